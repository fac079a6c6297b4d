import { type EmbeddedFacts, packagedVersion } from "../../store/index.ts";
import { type Finding, fine, warning, wrong } from "./finding.ts";
import { checkDisk } from "./machine-checks.ts";

/** What the data folder itself tells, without its PostgreSQL running. */
export function checkFolder(facts: EmbeddedFacts): Finding[] {
  return [
    checkRights(facts),
    checkDisk(facts.freeBytes),
    ...checkData(facts),
    ...checkTroubles(facts),
    ...checkLeftOver(facts),
  ];
}

function checkRights(facts: EmbeddedFacts): Finding {
  if (!facts.writable) {
    return wrong(
      "data-folder",
      `This account may not write in ${facts.folder}.`,
      "Run Kith as the account that owns it, or set KITH_DATA to a folder of your own.",
    );
  }
  if (facts.openToOthers) {
    return warning(
      "data-folder",
      `Other accounts may enter ${facts.home}.`,
      `Run chmod 700 "${facts.home}"; the next start of Kith does it, too.`,
    );
  }
  if (!facts.exists) return fine("data-folder", `${facts.folder} does not exist yet; the first start makes it.`);
  const elsewhere = facts.home !== null && !facts.home.startsWith(facts.folder);
  return fine("data-folder", `The data lies in ${elsewhere ? `${facts.home}, for ${facts.folder}` : facts.folder}.`);
}

function checkData(facts: EmbeddedFacts): Finding[] {
  if (facts.dataVersion === null) {
    return [fine("data", "There is no database yet; the first start makes it.")];
  }
  if (facts.dataVersion !== packagedVersion) {
    return [
      wrong(
        "data",
        `The data was made by PostgreSQL ${facts.dataVersion}, and this Kith brings ${packagedVersion}.`,
        "Run kith export with the Kith that made it, and import it into a new data folder with this one.",
      ),
    ];
  }
  if (facts.stalePid !== null && facts.server === null) {
    return [
      warning(
        "data",
        `PostgreSQL was not stopped in order the last time (it was process ${facts.stalePid}).`,
        "Nothing is lost, and nothing is to be done: the next start recovers by itself.",
      ),
    ];
  }
  return [fine("data", `The data is of PostgreSQL ${facts.dataVersion}, as this Kith's.`)];
}

function checkTroubles({ troubles, home }: EmbeddedFacts): Finding[] {
  if (troubles.length === 0) return [];
  const last = troubles.at(-1) as string;
  const full = /No space left/.test(last);
  const next = full
    ? "Make room on the disk; what was acknowledged is safe."
    : "Make a copy of the data folder while Kith is stopped, test disk and memory, and restore a backup if reading fails.";
  return [warning("postgres-log", `${home}/postgres.log tells of trouble: ${last}`, next)];
}

function checkLeftOver({ leftOver }: EmbeddedFacts): Finding[] {
  if (leftOver.length === 0) return [];
  return [
    warning(
      "left-over",
      `The data folders of these databases are gone: ${leftOver.join(", ")}.`,
      "Delete them if you do not need their data; to use one again, write its path into postgres-lies-in of a data folder.",
    ),
  ];
}
