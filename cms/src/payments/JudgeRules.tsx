'use client'
import { useAuth, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

/** On proposed rules: the buttons of the second person, and for the first one the sentence that says who is awaited. */
export function JudgeRules() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const router = useRouter()
  const [said, setSaid] = useState('')
  const state = useFormFields(([fields]) => fields['state']?.value)
  const proposer = useFormFields(([fields]) => fields['proposedBy']?.value)
  if (!id || state !== 'proposed') return null
  if (String(proposer) === String(user?.id))
    return (
      <p className="field-description">
        Regulile așteaptă aprobarea altei persoane: casierul, secretarul general sau primarul.
      </p>
    )
  const judge = async (verdict: 'approved' | 'rejected') => {
    const response = await fetch(`/api/paymentRules/${id}/judge`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ verdict }),
    }).catch(() => null)
    if (response?.ok) {
      setSaid(verdict === 'approved' ? 'Aprobate: se aplică de acum.' : 'Respinse.')
      return router.refresh()
    }
    const body = await response?.json().catch(() => null)
    setSaid(body?.erori?.[0]?.mesaj ?? 'Nu am putut trimite răspunsul. Încercați din nou.')
  }
  return (
    <div style={{ display: 'flex', gap: '1rem', alignItems: 'center', marginBottom: '1.5rem' }}>
      <button type="button" className="btn btn--style-primary btn--size-medium" onClick={() => judge('approved')}>
        Aprobă
      </button>
      <button type="button" className="btn btn--style-secondary btn--size-medium" onClick={() => judge('rejected')}>
        Respinge
      </button>
      <p role="status">{said}</p>
    </div>
  )
}
