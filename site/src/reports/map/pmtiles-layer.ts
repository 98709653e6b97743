import { type Coords, type DoneCallback, GridLayer } from 'leaflet/dist/leaflet-src.esm.js'
import { PMTiles } from 'pmtiles'

/**
 * Raster tiles out of one file on the town's own server, asked for by ranges. They are painted on canvases, so that the
 * policy of the page need not allow pictures from anywhere but the site.
 */
export function pmtilesLayer(url: string): GridLayer {
  const archive = new PMTiles(new URL(url, location.href).href)
  const Layer = GridLayer.extend({
    createTile({ z, x, y }: Coords, done: DoneCallback): HTMLElement {
      const canvas = Object.assign(document.createElement('canvas'), { width: 256, height: 256 })
      archive
        .getZxy(z, x, y)
        .then(async (tile) => {
          if (tile) canvas.getContext('2d')?.drawImage(await createImageBitmap(new Blob([tile.data])), 0, 0, 256, 256)
          done(undefined, canvas)
        })
        .catch((error: Error) => done(error, canvas))
      return canvas
    },
  })
  return new (Layer as unknown as new () => GridLayer)()
}
