import type { Company } from '../../shared/contract/company.ts'
import { answered } from './answered.ts'
import type { Command, CommandContext, CommandResult } from './command.ts'

/** Commands about companies. */
export const companyCommands: Readonly<Record<string, Command>> = {
  companies: { takes: '', does: 'List the companies whose news is followed, and how to reach them.', words: [0, 0], run: listCompanies },
  company: { takes: '<id>', does: 'Show a company, and where each of its facts was found.', words: [1, 1], run: showCompany },
}

async function listCompanies({ engine }: CommandContext): Promise<CommandResult> {
  return answered<'listCompanies'>(await engine.call('listCompanies', {}), ({ companies }) => ({
    document: { companies: companies.map(reachedBy) },
    lines: companies.length === 0 ? ['No company is followed yet.'] : companies.map(companyLine),
  }))
}

async function showCompany({ engine, words }: CommandContext): Promise<CommandResult> {
  return answered<'getCompany'>(await engine.call('getCompany', { id: words[0] ?? '' }), ({ company }) => ({
    document: { companies: [{ ...reachedBy(company), ...company }] },
    lines: [
      company.name,
      ...(company.aliases.length === 0 ? [] : [`Also: ${company.aliases.join(', ')}`]),
      `${company.total} articles of its own, ${company.unread} unread, and ${company.mentions} that mention it`,
      '',
      ...company.facts.map(({ field, value, pageUrl, place }) => `${field}: ${value}  (${place}, ${pageUrl})`),
    ],
  }))
}

function reachedBy({ id, name, site, phones, emails, addresses, contactPage, logo }: Company) {
  return { id, name, site, phones, emails, addresses, contactPage, logo }
}

function companyLine(company: Company): string {
  const reached = [company.phones[0], company.emails[0], company.contactPage].filter((one) => one !== undefined && one !== null)
  return [`${company.id}  ${company.name}`, company.site, ...reached].filter(Boolean).join('  ')
}
