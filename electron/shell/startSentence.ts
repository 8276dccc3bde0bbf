import type { SpokenFailure } from '../../shared/engine.ts'
import type { ProfileFailure } from '../../shared/failures.ts'

/** Why the app cannot start, said while no screen can say it. `language`: as settings or `app.getLocale()` name it. */
export function startSentence(failure: SpokenFailure, language: string): string {
  if (!language.toLowerCase().startsWith('zh')) return failure.sentence
  const say = isOfProfile(failure.kind) ? chinese[failure.kind] : broken
  return say('file' in failure ? failure.file : '')
}

const chinese: Readonly<Record<ProfileFailure['kind'], (file: string) => string>> = {
  'profile-in-use': () => 'Newsdesk 已在使用这份资料运行。',
  'profile-from-future': (file) => `${file} 由更新版本的 Newsdesk 生成。文件保持原样，请更新 Newsdesk。`,
  'profile-unreadable': (file) => `${file} 无法读取。文件已留存，没有任何改动。`,
  'profile-forbidden': (file) => `Newsdesk 无权读取 ${file}。文件保持原样；请让您的账户有权读取和写入它，然后重新启动。`,
  'profile-read-only': () => '资料文件夹无法写入，因此未能保存。',
  'disk-full': () => '磁盘已满，因此未能保存。',
}

const broken = (): string => 'Newsdesk 内部出了问题，无法启动。已保存的内容不会丢失。'

function isOfProfile(kind: string): kind is ProfileFailure['kind'] {
  return Object.hasOwn(chinese, kind)
}
