/** What the site says about uploads, beside the sentences of what they belong to. */
export const fileWords = {
  crossSite: 'Fișierul a fost trimis de pe alt site. Adăugați-l din pagina noastră.',
} as const
