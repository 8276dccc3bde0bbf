import { desktopMissing, openDesktopApp } from './electronApp.ts'
import { describeWalls } from './walls.ts'

describeWalls('the walls of the desktop app', desktopMissing, () => openDesktopApp({ args: ['--sample'] }))
