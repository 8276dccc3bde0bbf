import { describe, expect, it } from 'vitest'
import { newsroomName } from '../../../electron/engine/follow/newsroomName.ts'

describe('newsroomName', () => {
  it.each([
    ['News - Sintai Communication', 'https://www.sintai.example/news/', 'Sintai Communication'],
    ['Acme Corp | Press releases', 'https://newsroom.acme.example/', 'Acme Corp'],
    ['Parts for radio sites - Sintai Communication', 'https://sintai.example/', 'Sintai Communication'],
    ['Newsroom', 'https://acme.example/', null],
    ['新闻中心-新泰通信有限公司', 'https://xintai.example/', '新泰通信有限公司'],
    ['ニュース｜株式会社サンプル', 'https://sample.example/', '株式会社サンプル'],
    ['Presse – Muster GmbH', 'https://muster.example/presse', 'Muster GmbH'],
    ['Harbour-Side Works', 'https://hsw.example/', 'Harbour-Side Works'],
  ])('reads %j at %s as %j', (title, url, name) => {
    expect(newsroomName(title, url)).toBe(name)
  })
})
