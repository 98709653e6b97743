/** Forms that no ending explains, each to the stem of its word. Folded. */
export const irregularForms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    copil: 'copil copilul copilului copiii copiilor copile',
    om: 'om omul omului oameni oamenii oamenilor',
    zi: 'zi zile ziua zilei zilele zilelor',
    numar: 'numar numarul numarului numere numerele numerelor',
    tanar: 'tanar tanarul tanarului tineri tinerii tinerilor tanara tinere tinerei tinerele tinerelor',
    cuvant: 'cuvant cuvantul cuvantului cuvinte cuvintele cuvintelor',
    mormant: 'mormant mormantul mormantului morminte mormintele mormintelor',
    sfant: 'sfant sfantul sfantului sfinti sfintii sfintilor sfanta sfinte sfintei sfintele sfintelor',
    invatamant: 'invatamant invatamantul invatamantului',
    parau: 'parau paraul paraului paraie paraiele paraielor',
    mese: 'masa mese mesei mesele meselor',
    cale: 'cale calea caile',
    cal: 'cal calul calului',
    vale: 'vale valea vaii vai vaile vailor',
    mana: 'mana maini mainii mainile mainilor',
    sora: 'sora surori surorii surorile surorilor',
    cap: 'capete capetele capetelor',
    nou: 'nou noul noului noua noi noii noile noilor',
    greu: 'greu greul greului grea grei greii grele grelei',
    rau: 'rau raul raului rauri raurile raurilor',
    leu: 'leu leul leului lei leii leilor',
    taxi: 'taxi taxiul taxiului taxiuri taxiurile taxiurilor taxiu taximetru',
    ordin: 'ordin ordinul ordinului ordinele ordinelor',
    membru: 'membru membrul membrului membri membrii membrilor membra membre membrei membrele membrelor',
    cheltuiel: 'cheltuiala cheltuieli cheltuielii cheltuielile cheltuielilor',
    sunt: 'sint sintem suntem',
    suprafet: 'suprafata suprafetei',
    util: 'util utila utili utile',
    civil: 'civil civila civili civile',
    livad: 'livada livezii livezi livezile livezilor',
    dovad: 'dovada dovezii dovezi dovezile dovezilor',
    zapad: 'zapada zapezii zapezi zapezile zapezilor',
    gramad: 'gramada gramezii gramezi gramezile gramezilor',
    var: 'vara verii veri verile verilor',
    alee: 'alee aleea aleii alei aleile aleilor',
    idee: 'idee ideea ideii idei ideile ideilor',
  })
    .flatMap(([stem, forms]) => forms.split(' ').map((form) => [form, stem] as const))
    .concat(
      // What looks like an article or a plural belongs to the word: vehicul-ul, parcele-le.
      'vehicul calcul modul consul fascicul cumul stimul'.split(' ').map((word) => [word, word] as const),
      'parcel tabel model hotel drapel castel tunel inel tutel novel panel cartel'
        .split(' ')
        .map((stem) => [`${stem}e`, stem] as const),
    ),
)

/** Forms of two words; they are indexed and asked for as both. */
export const ambiguousForms: ReadonlyMap<string, readonly string[]> = new Map([
  ['copii', ['copil', 'cop']],
  ['primarii', ['primar', 'primari']],
  ['judecatorii', ['judecator', 'judecatori']],
  ['gospodarii', ['gospodar', 'gospodari']],
  ['ordine', ['ordin', 'ordine']],
  ['cai', ['cale', 'cal']],
  ['caii', ['cale', 'cal']],
  ['cailor', ['cale', 'cal']],
])

type KeptStem = { start: string; endings: ReadonlySet<string>; stem: string }

const ofEa = new Set(['ea', 'eaua', 'elei', 'ele', 'elele', 'elelor'])
const ofPlaces = new Set(['ie', 'ia', 'iei', 'ii', 'iile', 'iilor'])

const words = (starts: string) => starts.split(' ')

/**
 * Words whose endings other words have as well. Those of a place or a trade would fall together with the person:
 * primărie and primar, stație and stat; those in -ea with others: podea and pod.
 */
export const keptStems: readonly KeptStem[] = [
  ...words('primar judecator gospodar frizer brutar librar tamplar croitor stat').map((start) => ({
    start,
    endings: ofPlaces,
    stem: `${start}i`,
  })),
  ...words('ret sos caf perd pod canap lal vops salt cur st bel').map((start) => ({
    start,
    endings: ofEa,
    stem: `${start}ea`,
  })),
]
