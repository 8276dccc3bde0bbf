import { useEffect, useState } from 'react'
import { MINUTE } from '../../shared/time.ts'

/** The time, anew every half minute: enough for "4 min ago" and for a day that ends. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 2)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** True once something has lasted for a while: a skeleton shows after 150 ms, so that quick answers do not flash. */
export function useLasting(isOn: boolean, after = 150): boolean {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    if (!isOn) return undefined
    const timer = setTimeout(() => setIsLong(true), after)
    return () => {
      clearTimeout(timer)
      setIsLong(false)
    }
  }, [isOn, after])
  return isOn && isLong
}
