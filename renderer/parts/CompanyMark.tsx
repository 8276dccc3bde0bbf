import './companyMark.css'
import { SourceMark } from './SourceMark.tsx'

type CompanyMarkProps = {
  readonly name: string
  /** A path of the app's own origin; null: a monogram. */
  readonly logo: string | null
  readonly size?: 'small' | 'large' | 'masthead'
}

/** The mark of a company: its logo, or a monogram. It says nothing that the name beside it does not. */
export function CompanyMark({ name, logo, size = 'small' }: CompanyMarkProps) {
  if (logo === null) return <SourceMark name={name} size={size} />
  return (
    <span className="company-mark" data-size={size}>
      <img src={logo} alt="" decoding="async" />
    </span>
  )
}
