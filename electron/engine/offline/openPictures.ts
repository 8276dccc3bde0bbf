import type { Fetcher } from '../fetch/fetched.ts'
import { pictureFiles } from '../media/pictureFiles.ts'
import { createPictureKeeper, type PictureKeeper } from '../media/pictureKeeper.ts'
import type { OfflineParts } from './offlineParts.ts'
import { createPictureCheck, type PictureCheck } from './pictureCheck.ts'
import { createPictureRoom, type PictureRoom } from './pictureRoom.ts'

/** Stored pictures: how they come, stay whole, and go. */
export interface Pictures {
  readonly keeper: PictureKeeper
  readonly check: PictureCheck
  readonly room: PictureRoom
}

/**
 * Opens the pictures of a profile.
 *
 * @param folder where their files are.
 */
export function openPictures(folder: string, fetcher: Pick<Fetcher, 'get'>, options: Omit<OfflineParts, 'files'>): Pictures {
  const files = pictureFiles(folder)
  const parts: OfflineParts = { ...options, files }
  const room = createPictureRoom(parts)
  const records = parts.store.pictures
  if (!parts.store.isReadOnly) void files.sweep().catch(parts.fault)
  return {
    room,
    check: createPictureCheck(parts, room.tidy),
    keeper: createPictureKeeper({ fetcher, files, records, makeRoom: room.make, now: parts.now }),
  }
}
