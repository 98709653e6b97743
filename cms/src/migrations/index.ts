import * as initial from './20261124_125342_initial.ts'
import * as spine from './20261124_130000_spine.ts'
import * as search from './20261124_232125_search.ts'
import * as searches from './20261124_232200_searches.ts'
import * as readings from './20261125_090000_readings.ts'
import * as filings from './20261125_100000_filings.ts'
import * as formVersions from './20261125_110000_form_versions.ts'
import * as registrySpine from './20261125_110000_registry_spine.ts'
import * as fileScans from './20261125_120000_file_scans.ts'
import * as desk from './20261125_130000_desk.ts'
import * as reports from './20261125_140000_reports.ts'
import * as reportsSpine from './20261125_141000_reports_spine.ts'
import * as reportMedia from './20261125_150000_report_media.ts'
import * as geography from './20261125_151000_geography.ts'
import * as deskSpine from './20261125_160000_desk_spine.ts'

export const migrations = [
  { name: '20261124_125342_initial', up: initial.up, down: initial.down },
  { name: '20261124_130000_spine', up: spine.up, down: spine.down },
  { name: '20261124_232125_search', up: search.up, down: search.down },
  { name: '20261124_232200_searches', up: searches.up, down: searches.down },
  { name: '20261125_090000_readings', up: readings.up, down: readings.down },
  { name: '20261125_100000_filings', up: filings.up, down: filings.down },
  { name: '20261125_110000_form_versions', up: formVersions.up, down: formVersions.down },
  { name: '20261125_110000_registry_spine', up: registrySpine.up, down: registrySpine.down },
  { name: '20261125_120000_file_scans', up: fileScans.up, down: fileScans.down },
  { name: '20261125_130000_desk', up: desk.up, down: desk.down },
  { name: '20261125_140000_reports', up: reports.up, down: reports.down },
  { name: '20261125_141000_reports_spine', up: reportsSpine.up, down: reportsSpine.down },
  { name: '20261125_150000_report_media', up: reportMedia.up, down: reportMedia.down },
  { name: '20261125_151000_geography', up: geography.up, down: geography.down },
  { name: '20261125_160000_desk_spine', up: deskSpine.up, down: deskSpine.down },
]
