/** Words of backups, made by hand and by themselves. */
export const backupWords = {
  'backup.title': 'Backup',
  'backup.make': 'Make a backup',
  'backup.makeAdvice':
    'One file with everything you made: what you follow, saved items with their pictures, notes, tags, rules and settings.',
  'backup.makeButton': 'Back up…',
  'backup.making': 'Making the backup and checking it',
  'backup.makingShare': 'Making the backup and checking it: {done, number, percent}',
  'backup.restore': 'Restore a backup',
  'backup.restoreAdvice':
    'It is checked first and takes the place of what is here now, which is kept for 30 days. A file that is not in order changes nothing.',
  'backup.restoreButton': 'Choose a backup…',
  'backup.restoring': 'Checking the backup',
  'backup.restoringShare': 'Checking the backup: {done, number, percent}',
  'backup.another': 'Choose another',
  'backup.restored':
    'Restored: {saved, plural, one {one saved item} other {# saved items}}, {sources, plural, one {one source} other {# sources}}.',
  'backup.undo': 'Undo the last restore',
  'backup.undoAdvice': 'Restored on {at}, from a backup of {made}.',
  'backup.undoButton': 'Undo',
  'backup.undone': 'The restore was undone',
  'backup.undoneAdvice': 'Undone on {at}. The backup was of {made}.',
  'backup.againButton': 'Restore again',
  'backup.putBack':
    'Here again: {saved, plural, one {one saved item} other {# saved items}}, {sources, plural, one {one source} other {# sources}}.',
  'backup.stop': 'Stop',
  'backup.copies': 'Copied by itself every day; {copies, plural, one {one copy is} other {# copies are}} kept, the newest of {at}.',
  'backup.noCopy': 'Copied by itself every day, once there is something to copy.',
  'backup.mirror': 'Saved items also stand in plain files, written last on {at}.',
  'backup.both': '{copied} {mirrored}',
} as const
