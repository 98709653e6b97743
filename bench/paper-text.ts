import { seeded } from './seeded.ts'

/** Sentences as decisions and reports have them; {n} is a number, {d} a date, {s} a street, {p} a person. */
const sentences = [
  'Având în vedere referatul de aprobare nr. {n} din {d} al primarului comunei și raportul compartimentului de specialitate, înregistrat sub nr. {n}.',
  'În temeiul art. 129 alin. (2) lit. b) și al art. 196 alin. (1) lit. a) din Ordonanța de urgență a Guvernului nr. 57/2019 privind Codul administrativ, cu modificările și completările ulterioare.',
  'Se aprobă documentația tehnico-economică și indicatorii investiției „Modernizarea străzii {s}”, în valoare totală de {n} lei, inclusiv TVA.',
  'Prezenta hotărâre se comunică Instituției Prefectului, primarului, compartimentului financiar-contabil și se aduce la cunoștință publică prin afișare.',
  'Cu îndeplinirea prevederilor prezentei hotărâri se încredințează primarul, prin aparatul de specialitate, care va urmări și respectarea termenelor.',
  'Cheltuielile se suportă din bugetul local, capitolul 70.02 „Locuințe, servicii și dezvoltare publică”, în limita creditelor aprobate pe anul în curs.',
  'Doamna {p} a arătat că întreținerea șanțurilor și a podețelor de pe strada {s} nu mai poate fi amânată după ploile din primăvară.',
  'Domnul consilier {p} întreabă câți locuitori din satele aparținătoare beneficiază de racordarea gratuită la rețeaua de canalizare.',
  'Terenul în suprafață de {n} mp, înscris în CF nr. {n}, categoria de folosință fâneață, se închiriază prin licitație publică, cu plata chiriei anuale.',
  'Ședința ordinară a consiliului local din {d} a fost convocată prin dispoziția primarului, iar anunțul a fost afișat cu cinci zile înainte.',
  'Taxa specială de salubrizare se stabilește la {n} lei de persoană pe lună, iar neplata ei la scadență atrage majorări de întârziere.',
  'Elevii școlii gimnaziale și însoțitorii lor au acces gratuit la căminul cultural, în zilele de sâmbătă și duminică, între orele 10:00 și 18:00.',
  'Împotriva prezentei hotărâri se poate face plângere prealabilă la emitent, iar apoi acțiune la Tribunalul Timiș, secția de contencios administrativ.',
  'Se rectifică bugetul local prin suplimentarea veniturilor cu suma de {n} mii lei, provenită din sume defalcate din taxa pe valoarea adăugată.',
  'Comisia de evaluare a ofertelor se întrunește la sediul primăriei, în prezența a cel puțin două treimi din membrii săi, la data de {d}.',
  'Locuitorii sunt rugați să nu depoziteze gunoi, moloz sau crengi pe domeniul public; contravențiile se constată de polițiștii locali.',
  'Anexele nr. 1–4 fac parte integrantă din prezenta hotărâre și pot fi consultate la registratură sau pe pagina de internet a primăriei.',
  'Se însușește inventarul bunurilor care aparțin domeniului public, astfel cum a fost întocmit de comisia specială numită prin dispoziția nr. {n}.',
]
const streets = ['Mihai Eminescu', 'Ștefan cel Mare', 'Țebea', 'Câmpului', 'Fântânilor', 'Școlii', 'Bisericii', 'Gării']
const people = ['Măriuca Țurcanu', 'Ștefan Bălan', 'Ioana Câmpeanu', 'Gheorghe Șincai', 'Ana Rădulescu', 'Vlad Mureșan']
const months = ['ianuarie', 'februarie', 'martie', 'aprilie', 'mai', 'iunie', 'iulie', 'august', 'septembrie']

/** The paragraphs of full pages of official Romanian, the same for the same seed. */
export function paperText(pages: number, seed: number): string[][] {
  const random = seeded(seed)
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? ''
  const fill = (sentence: string) =>
    sentence.replace(/\{(\w)\}/g, (_, kind) => {
      if (kind === 's') return pick(streets)
      if (kind === 'p') return pick(people)
      if (kind === 'd') return `${1 + Math.floor(random() * 28)} ${pick(months)} ${2015 + Math.floor(random() * 12)}`
      return Math.floor(random() * 99_000 + 100).toLocaleString('ro')
    })
  return Array.from({ length: pages }, () =>
    Array.from({ length: 8 }, (_, index) => `Art. ${index + 1}. ${fill(pick(sentences))} ${fill(pick(sentences))}`),
  )
}
