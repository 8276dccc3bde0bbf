/** A drawing of the sample edition: `drawings/<name>.svg` and the files made from it, as wide as stated. */
export interface Drawing {
  readonly name: string
  readonly width: number
  readonly files: readonly string[]
}

/** Every drawing, and where its pictures stand. */
export const drawings: readonly Drawing[] = [
  { name: 'sintai-logo', width: 400, files: ['sintai/pictures/logo.png'] },
  { name: 'sintai-mark', width: 128, files: ['sintai/pictures/mark.png'] },
  { name: 'base-station-hills', width: 1200, files: ['sintai/pictures/base-station-hills.png'] },
  { name: 'chips-on-board', width: 1200, files: ['sintai/pictures/chips-on-board.png'] },
  { name: 'outdoor-cabinet', width: 900, files: ['sintai/pictures/outdoor-cabinet.png'] },
  { name: 'terminals', width: 1200, files: ['sintai/pictures/terminals.png'] },
  { name: 'patch-cord', width: 900, files: ['sintai/pictures/patch-cord.png'] },
  { name: 'supply-chain', width: 1200, files: ['sintai/pictures/supply-chain.png'] },
  { name: 'classroom', width: 1200, files: ['sintai/pictures/classroom.jpg'] },
  { name: 'factory', width: 1200, files: ['sintai/pictures/factory.png'] },
  { name: 'cable-reel', width: 1200, files: ['sintai/pictures/cable-reel.png'] },
  { name: 'energy-day', width: 1200, files: ['sintai/pictures/energy-day.png'] },
  { name: 'earthing', width: 1200, files: ['sintai/pictures/earthing.png'] },
  { name: 'telecom-weekly-mark', width: 128, files: ['telecom-weekly/pictures/mark.png'] },
  { name: 'chart-base-stations', width: 1200, files: ['telecom-weekly/pictures/chart-base-stations.png'] },
  { name: 'coverage-grid', width: 1200, files: ['telecom-weekly/pictures/coverage-grid.png'] },
  { name: 'satellite-arcs', width: 1200, files: ['telecom-weekly/pictures/satellite-arcs.jpg'] },
  { name: 'duct-trench', width: 1200, files: ['telecom-weekly/pictures/duct-trench.png'] },
  { name: 'city-small-cells', width: 1200, files: ['telecom-weekly/pictures/city-small-cells.png'] },
  { name: 'harbour-data-centre', width: 1200, files: ['telecom-weekly/pictures/harbour-data-centre.png'] },
  { name: 'standards-watch-mark', width: 128, files: ['standards-watch/pictures/mark.png'] },
  { name: 'fibre-cross-section', width: 900, files: ['standards-watch/pictures/fibre-cross-section.png'] },
  { name: 'rack', width: 900, files: ['standards-watch/pictures/rack.png'] },
  { name: 'time-slots', width: 1200, files: ['standards-watch/pictures/time-slots.png'] },
  { name: 'spectrum', width: 1200, files: ['standards-watch/pictures/spectrum.png'] },
  { name: 'split-station', width: 1200, files: ['standards-watch/pictures/split-station.png'] },
]
