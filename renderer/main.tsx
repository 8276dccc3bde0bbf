import { StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { App } from './App.tsx'
import { openBridge } from './bridge/openBridge.ts'
import { NoSession } from './NoSession.tsx'
import './style/base.css'
import { Speaking } from './Speaking.tsx'

await start(createRoot(document.getElementById('root') ?? document.body))

async function start(root: Root): Promise<void> {
  const bridge = await openBridge(() => root.render(spoken(<NoSession isOver />)))
  root.render(spoken(bridge === null ? <NoSession isOver={false} /> : <App bridge={bridge} />))
}

function spoken(screen: React.ReactNode): React.ReactNode {
  return (
    <StrictMode>
      <Speaking>{screen}</Speaking>
    </StrictMode>
  )
}
