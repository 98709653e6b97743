/**
 * Words that say nothing about a document. They are neither indexed nor asked for, and they take no place between the
 * words around them: "parcare de reședință" is a phrase of two words. Folded.
 */
export const stopwords: ReadonlySet<string> = new Set(
  `a acea aceasta aceea aceeasi acei aceia acel acela acelasi acele acelea acest acesta acestea acestei acesteia acestia
  acestor acestora acestui acestuia ai al ale am ar are as asupra asa ati au avand aveau avea avut ca care carei
  carora caror caruia catre ce cea ceea cei cel cele celei celor celui cu da dar daca deci decat de din dintre dintr dupa
  ea ei el ele este era erau eu fara fi fie fiind fost i ii il in inca insa intr intre isi iar ia l la le li lor lui mai
  mi ne ni nici nu o ori pana pe pentru peste prin printr printre privind privire privinta precum potrivit s sa sau se si
  sub sunt spre sale sau sai tot toate toti un una unei unele unii unor unui unuia v va voi vom vor vreo vreun
  mea meu mei mele mine ta tau tai tale noastra noastre nostru nostri voastra voastre vostru vostri
  conform referitor referitoare aferent cum cand unde doar numai foarte
  nr numar numarul alin lit pct art articolul`.split(/\s+/),
)
