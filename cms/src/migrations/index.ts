import * as initial from './20261124_125342_initial.ts'
import * as spine from './20261124_130000_spine.ts'
import * as registry from './20261125_105000_registry.ts'
import * as registrySpine from './20261125_110000_registry_spine.ts'

export const migrations = [
  { name: '20261124_125342_initial', up: initial.up, down: initial.down },
  { name: '20261124_130000_spine', up: spine.up, down: spine.down },
  { name: '20261125_105000_registry', up: registry.up, down: registry.down },
  { name: '20261125_110000_registry_spine', up: registrySpine.up, down: registrySpine.down },
]
