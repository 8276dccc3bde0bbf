import { openDesktopApp } from './electronApp.ts'
import { packageMissing, packagedApp, withEngine, withInspection } from './packagedApp.ts'
import { describeWalls } from './walls.ts'

describeWalls('the walls of the packaged app', packageMissing, async () => {
  const { executable } = await withInspection(await withEngine(packagedApp()))
  return await openDesktopApp({ packaged: executable, args: ['--sample'] })
})
