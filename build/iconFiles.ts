/** A file of `build/icons/`: the drawing it is made from and its pictures' sides in pixels. */
export interface IconFile {
  readonly name: string
  readonly drawing: 'newsdesk.svg' | 'tray.svg'
  readonly sizes: readonly number[]
  /** Empty space on each side, as a share of the whole. */
  readonly margin?: number
}

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256]
const macSizes = [16, 32, 64, 128, 256, 512, 1024]

/**
 * Every icon file. The tray's are coloured, but for macOS, which wants a black shape (`Template`) and colours it to fit its menu bar;
 * `@2x` is for screens with two pixels a point.
 */
export const iconFiles: readonly IconFile[] = [
  ...linuxSizes.map((size): IconFile => ({ name: `${size}.png`, drawing: 'newsdesk.svg', sizes: [size] })),
  { name: 'newsdesk.ico', drawing: 'newsdesk.svg', sizes: windowsSizes },
  // macOS draws its icons on a grid with a tenth left free.
  { name: 'newsdesk.icns', drawing: 'newsdesk.svg', sizes: macSizes, margin: 0.1 },
  { name: 'tray/tray.png', drawing: 'newsdesk.svg', sizes: [24] },
  { name: 'tray/tray@2x.png', drawing: 'newsdesk.svg', sizes: [48] },
  { name: 'tray/tray.ico', drawing: 'newsdesk.svg', sizes: [16, 20, 24, 32, 48] },
  { name: 'tray/trayTemplate.png', drawing: 'tray.svg', sizes: [16] },
  { name: 'tray/trayTemplate@2x.png', drawing: 'tray.svg', sizes: [32] },
]
