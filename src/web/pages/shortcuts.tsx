import type { PageContext } from "../page-context.ts";
import { layout } from "../parts/layout.tsx";
import type { Html } from "../raw.tsx";
import { site } from "../url.ts";

/** `/shortcuts`: what the keys do. `?` shows the part marked `data-shortcuts` in a dialog. */
export function shortcutsPage(context: PageContext): Html {
  const { shortcuts } = context.t;
  const keys: readonly (readonly [readonly string[], string])[] = [
    [["/"], shortcuts.search],
    [["c"], shortcuts.ask],
    [["a"], shortcuts.answer],
    [["j"], shortcuts.next],
    [["k"], shortcuts.previous],
    [["↵"], shortcuts.open],
    [["Ctrl", "↵"], shortcuts.send],
    [["@"], shortcuts.mention],
    [["g", "h"], shortcuts.home],
    [["?"], shortcuts.help],
    [["g", "d"], shortcuts.deskTitle],
    [["x"], shortcuts.select],
    [["f"], `${shortcuts.deskTitle}: ${shortcuts.findProblem}`],
    [["c"], `${shortcuts.deskTitle}: ${shortcuts.claim}`],
    [["s"], `${shortcuts.deskTitle}: ${shortcuts.snooze}`],
    [["h"], `${shortcuts.deskTitle}: ${shortcuts.handOver}`],
    [["u"], `${shortcuts.deskTitle}: ${shortcuts.urgency}`],
    [["e"], `${shortcuts.deskTitle}: ${shortcuts.shift}`],
    [["m"], `${shortcuts.deskTitle}: ${shortcuts.macro}`],
  ];
  return layout(
    {
      title: shortcuts.title,
      canonical: site.shortcuts,
      shape: "narrow",
      main: (
        <div data-shortcuts>
          <h1 id="shortcuts-title">{shortcuts.title}</h1>
          <dl class="keys">
            {keys.map(([combination, meaning]) => (
              <div>
                <dt>
                  {combination.map((key, index) => (
                    <>
                      {index > 0 && " "}
                      <kbd>{key}</kbd>
                    </>
                  ))}
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <p class="choice" hidden>
            <input type="checkbox" id="shortcuts-on" data-shortcuts-on />
            <label for="shortcuts-on">{shortcuts.use}</label>
          </p>
        </div>
      ),
    },
    context,
  );
}
