import type { SpokenFailure } from '../../shared/engine.ts'
import { fakeCompanies, fakeWeeks } from './fakeCompanies.ts'
import type { FakeAnswers, FakeShelf } from './fakeShelf.ts'

/** Companies behind a fake bridge. */
export function fakeCompanyAnswers({ articles, sources, now }: FakeShelf): FakeAnswers {
  const companies = () => fakeCompanies(sources(), articles, now)
  const company = (id: string) => companies().find((each) => each.id === id)
  return {
    listCompanies: () => ({ companies: [...companies()] }),
    getCompany: ({ id }) => {
      const known = company(id)
      return known === undefined ? missingCompany : { company: known, weeks: id === 'sintai' ? fakeWeeks(now) : [] }
    },
    refreshCompany: ({ id }) => {
      const known = company(id)
      return known === undefined ? missingCompany : { company: known }
    },
  }
}

const missingCompany: SpokenFailure = { kind: 'not-found', what: 'company', sentence: 'There is no such company.' }
