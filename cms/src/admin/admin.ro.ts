/** Sentences of the admin that Payload's own Romanian says less well. */
export const adminTranslations = {
  ro: {
    authentication: {
      resetPassword: 'Alegeți parola',
      newPassword: 'Parola nouă',
      backToLogin: 'Înapoi la autentificare',
      login: 'Intră în cont',
      forgotPassword: 'Am uitat parola',
    },
    general: {
      createNew: 'Adaugă',
      save: 'Salvează',
      or: 'sau',
      noLabel: '—',
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
      followingFieldsInvalid_one: 'Nu s-a salvat. De îndreptat:',
      followingFieldsInvalid_other: 'Nu s-a salvat. De îndreptat:',
      valueMustBeUnique: 'Valoarea este deja folosită. Alegeți alta.',
    },
  },
}
