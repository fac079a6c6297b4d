// Given and family names by the place they come from. They are put together by chance; nobody in particular is meant.
// The list is kept in one place and compact, one line a language.

export interface Names {
  /** How often people of this place come. */
  readonly weight: number;
  readonly given: readonly string[];
  readonly family: readonly string[];
  /** Family name first, no space between the two. */
  readonly familyFirst?: boolean;
  /** Speaks German. */
  readonly german?: boolean;
}

const names = (weight: number, given: string, family: string, more: Partial<Names> = {}): Names => ({
  weight,
  given: given.split(" "),
  family: family.split(" "),
  ...more,
});

export const namesByPlace: readonly Names[] = [
  names(
    9,
    "Emma Oliver Harriet Callan Imogen Rhys Maeve Declan Nadia Alistair Bronwen Tariq",
    "Ashdown Whitlock Farrow Penhale Okafor Brannigan Sidhu Marsden Cadwallader Lomax Thorne Iqbal",
  ),
  names(
    4,
    "Wyatt Luz Marcus Priscilla Dwayne Autumn Hector Noelle Isaiah Tess",
    "Holloway Beaumont Castellano Yazzie Lindgren Prescott Nakamura Delacroix Whitfield Sandoval",
  ),
  names(
    9,
    "Katrin Jürgen Anneliese Moritz Svenja Björn Heike Lukas Käthe Thilo Frauke Emre",
    "Kröger Wiesinger Lohmann Dörfler Petersen Schönfeld Aydın Hentschel Böttcher Vogelsang Neumayr Reuß",
    { german: true },
  ),
  names(
    3,
    "Reto Vreni Urs Annina Valentin Resi Florian Johanna",
    "Gerber Brunner Aebischer Moosbrugger Pichler Steinlechner Caduff Wyss",
    { german: true },
  ),
  names(
    7,
    "Agnieszka Bartosz Małgorzata Łukasz Zofia Wojciech Kinga Grzegorz Hania Szymon",
    "Kaczmarek Nowak Duda Pawlak Żuraw Mazur Sikora Wróbel Krawczyk Czajka",
  ),
  names(
    5,
    "Ayşe Murat Zeynep Kerem Gülşen Barış Defne Oğuz Selin Tolga",
    "Korkmaz Şahin Aksoy Çelik Polat Ergün Doğan Tunç Bayraktar Ünal",
  ),
  names(5, "彩花 健太 由美子 翔 真由 大輔 千尋 蓮", "高橋 山本 中村 小川 藤井 石田 森 遠藤", { familyFirst: true }),
  names(3, "Haruka Kenji Mio Ryota Sachiko Daichi", "Kobayashi Matsuda Inoue Hasegawa Ueda Nishimura"),
  names(3, "지훈 서연 하은 준호 유진 도윤", "이 박 최 정 한 윤", { familyFirst: true }),
  names(
    6,
    "Ngozi Emeka Folake Tunde Adaeze Segun Halima Ikenna Yetunde Bashir",
    "Adeyemi Eze Balogun Umeh Abubakar Okoro Olawale Nnamdi Bello Ajayi",
  ),
  names(
    4,
    "Akosua Yaw Wanjiru Otieno Thandiwe Sipho Abena Tendai",
    "Asante Kimani Dlamini Ochieng Moyo Owusu Ndlovu Kamau",
  ),
  names(
    7,
    "Camila Rafael Letícia Thiago Jussara Mateus Débora Vinícius Aline Caio",
    "Barbosa Siqueira Moura Falcão Teixeira Prado Guimarães Rezende Amaral Leite",
  ),
  names(
    6,
    "Joana Duarte Mafalda Gonçalo Ximena Andrés Pilar Íñigo Rocío Mateo",
    "Sequeira Pinheiro Villanueva Echeverría Cordero Quintana Salgado Bustos Arroyo Valverde",
  ),
  names(
    6,
    "Chiara Davide Ludovica Tommaso Ornella Fabrizio Noemi Elia",
    "Galimberti Scarpa Pellegrini Tosi Marangon Cattaneo Furlan Dessì",
  ),
  names(
    6,
    "Solène Yannick Margaux Étienne Aurélie Baptiste Nour Corentin",
    "Lefebvre Guérin Marchand Le-Goff Pasquier Benali Rousselet Charpentier",
  ),
  names(
    6,
    "Astrid Mikkel Ingrid Sindre Linnéa Oskar Freja Torbjørn Åsa Jussi Päivi Aino",
    "Lindqvist Haugen Rasmussen Mäkelä Bergström Nilsen Kristoffersen Lahtinen Öberg Koskinen",
  ),
  names(
    5,
    "Femke Joris Marieke Sander Lotte Daan Yasmina Pieter",
    "Hoekstra Vermeulen Dijkman Claes Zijlstra Peeters Bouzid Kuipers",
  ),
  names(4, "Олена Андрій Марина Тарас Наталя Богдан", "Шевчук Бондаренко Лисенко Мельник Кравець Гнатюк"),
  names(3, "Ελένη Γιώργος Μαρία Νίκος Κατερίνα Δημήτρης", "Οικονόμου Νικολάου Γεωργίου Χρήστου Βασιλείου Αντωνίου"),
  names(
    4,
    "Zuzana Ondřej Réka Bálint Ioana Radu Petra Luka Maja Stjepan",
    "Krejčí Janků Szabó Horváth Popescu Ionescu Zupančič Marković Babić Petrů",
  ),
  names(
    4,
    "Ananya Vikram Meera Arjun Fatima Sandeep Lakshmi Imran",
    "Krishnan Deshpande Chatterjee Nair Qureshi Kulkarni Reddy Bhatt",
  ),
  names(2, "سارة يوسف ليلى كريم", "الخطيب حداد منصور العلي"),
  names(2, "נועה איתי תמר", "לוי כהן מזרחי"),
  names(2, "สุดา ณัฐพล มาลี", "ศรีสุข วงศ์ทอง แก้วใส"),
  names(2, "慧敏 建國 怡君 志豪", "陳 林 黃 吳", { familyFirst: true }),
  names(3, "Linh Minh Thảo Rizky Dewi Joselito Maricel", "Nguyễn Trần Pratama Lestari Dimaculangan Bautista Phạm"),
];

/** Some sign with something else than their name. */
export const nicknames: readonly string[] = [
  "coffee before code",
  "pressure_and_patience",
  "Opa Kurt",
  "third_cup",
  "Mrs. Bean",
  "slowpour",
  "kaffe_kalle",
  "boilerplate",
  "nine bars",
  "Tante Gerda",
  "notasommelier",
  "mokamaus",
  "the_other_anna",
  "crema della casa",
  "Dr. Drip",
  "espresso_in_exile",
  "wet puck",
  "Jo from flat 4",
  "filterkind",
  "ristretto_rita",
  "bean there",
  "steamy_steve",
  "zwei Tassen",
  "half caf Hal",
  "dripdry",
  "nightshift_nina",
  "grindset",
  "Señor Molino",
  "kahvi",
  "kopi_susu",
];
