import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { DeskTabs } from './DeskTabs.tsx'
import './desk.css'
import { workerOf } from './registry.access.ts'

/** The frame of the registry's own screens: the admin's menu around them, and nobody who is not signed in. */
export function DeskFrame({ children, ...view }: AdminViewServerProps & { children: ReactNode }) {
  const { req, permissions, visibleEntities, locale } = view.initPageResult
  if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(req.pathname ?? '/admin/registratura')}`)
  const worker = workerOf(req)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      {...(locale ? { locale } : {})}
      params={view.params ?? {}}
      payload={req.payload}
      permissions={permissions}
      searchParams={view.searchParams ?? {}}
      user={req.user}
      visibleEntities={visibleEntities}
    >
      <div className="desk">
        {worker && <DeskTabs worker={worker} path={req.pathname ?? ''} />}
        {children}
      </div>
    </DefaultTemplate>
  )
}
