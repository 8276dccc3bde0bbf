import { z } from 'zod'
import { company, weekCount } from '../company.ts'
import { id } from '../schemas.ts'
import { nothing } from './requestSchemas.ts'

/** Followed companies. */
export const companyRequests = {
  /** Followed companies, by name. */
  listCompanies: { input: nothing, output: z.strictObject({ companies: z.array(company) }) },
  /** A company with its articles per week, oldest week first, at most a year of them. */
  getCompany: { input: z.strictObject({ id }), output: z.strictObject({ company, weeks: z.array(weekCount) }) },
  /** Reads the company's facts from its site again. */
  refreshCompany: { input: z.strictObject({ id }), output: z.strictObject({ company }) },
} as const
