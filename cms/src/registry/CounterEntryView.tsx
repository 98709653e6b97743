import type { AdminViewServerProps } from 'payload'
import { CounterEntry } from './CounterEntry.tsx'
import { DeskFrame } from './DeskFrame.tsx'
import { deskText, usualDepartments } from './desk.ro.ts'
import { entryKindNames } from './entry-kinds.ts'
import { channels, directions, mayRegister } from './entry-lifecycle.ts'
import { workerOf } from './registry.access.ts'
import { channelLabels, directionLabels, kindLabels } from './registry.ro.ts'

/** Registering what comes over the counter. */
export async function CounterEntryView(props: AdminViewServerProps) {
  const { req } = props.initPageResult
  const worker = workerOf(req)
  const { docs } = worker
    ? await req.payload.find({
        collection: 'departments',
        where: { isActive: { equals: true } },
        sort: 'name',
        pagination: false,
        depth: 0,
        user: req.user,
        overrideAccess: false,
      })
    : { docs: [] }
  const registers = worker
    ? await req.payload.find({
        collection: 'registers',
        where: { isActive: { equals: true } },
        sort: ['-isGeneral', 'name'],
        pagination: false,
        depth: 0,
        user: req.user,
        overrideAccess: false,
      })
    : { docs: [] }
  return (
    <DeskFrame {...props}>
      <h1>{deskText.newEntry}</h1>
      {worker && mayRegister(worker) ? (
        <CounterEntry
          kinds={entryKindNames.map((kind) => [kind, kindLabels[kind].ro, usualDepartments[kind] ?? ''])}
          directions={directions.map((name) => [name, directionLabels[name].ro])}
          channels={channels.filter((name) => name !== 'site').map((name) => [name, channelLabels[name].ro])}
          registers={registers.docs.map(({ code, name }) => [code, name])}
          departments={docs.map(({ code, name }) => [code, name])}
        />
      ) : (
        <p>{deskText.noAccess}</p>
      )}
    </DeskFrame>
  )
}
