import type { ArrayField } from 'payload'

/** The public files of a document, each with the words its link carries. */
export const attachedFilesField = (field: Pick<ArrayField, 'label'> & { name?: string }): ArrayField => ({
  name: 'attachments',
  type: 'array',
  labels: { singular: { ro: 'Fișier', en: 'File' }, plural: { ro: 'Fișiere', en: 'Files' } },
  admin: { initCollapsed: false },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'file',
          type: 'upload',
          relationTo: 'files',
          required: true,
          label: { ro: 'Fișier', en: 'File' },
          admin: { width: '50%' },
        },
        {
          name: 'label',
          type: 'text',
          label: { ro: 'Cum se numește pe site', en: 'Label on the site' },
          admin: { width: '50%' },
        },
      ],
    },
  ],
  ...field,
})
