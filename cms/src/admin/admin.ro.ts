/** Sentences of the admin that Payload's own Romanian says less well. */
export const adminTranslations = {
  ro: {
    general: {
      createNew: 'Adaugă',
      save: 'Salvează',
    },
    version: {
      publish: 'Publică',
      publishChanges: 'Publică modificările',
      saveDraft: 'Salvează ciorna',
      unpublish: 'Retrage de pe site',
      draft: 'Ciornă',
      published: 'Publicat',
      changed: 'Modificat, nepublicat',
      versions: 'Versiuni',
      previouslyPublished: 'Publicat anterior',
    },
    validation: {
      required: 'Completați acest câmp.',
    },
    error: {
      valueMustBeUnique: 'Valoarea este deja folosită. Alegeți alta.',
    },
  },
}
