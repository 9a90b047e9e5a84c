// Bugs that each break one promise: the text to find in a file of src (exactly once) and what to put in its place. They are only
// ever applied to a temporary copy. `seen` names the tests that must notice, quickest first.

const SIMULATION = 'tests/simulation/simulation.test.ts'
const MATRIX = 'tests/simulation/matrix.test.ts'
const STORAGE = 'tests/storage/saving.test.ts'
const AGREEING = 'tests/sync/agreeing.test.ts'
const PUSH = 'tests/server/sync/push.test.ts'
const ORDER = 'tests/server/sync/commit-order.test.ts'
const CLONES = 'tests/server/sync/clones.test.ts'
const DESKS = 'tests/journeys/desks.test.ts'

/** @typedef {{ file: string, find: string, put: string }} Edit */
/** @typedef {{ name: string, breaks: string, edits: Edit[], seen: string[] }} Bug */

/** @type {Bug[]} */
export const BUGS = [
  {
    name: 'no-dedup',
    breaks: 'an op that arrives twice gets its first answer again',
    edits: [
      {
        file: 'src/server/sync/decide.ts',
        find: '    if (known !== undefined) {\n      const same',
        put: '    if (known !== undefined && known === null) {\n      const same',
      },
    ],
    seen: [SIMULATION, PUSH],
  },
  {
    name: 'ack-before-commit',
    breaks: 'a result is answered only once its effect is committed',
    // The answer is given out before the commit, and some commits then fail.
    edits: [
      {
        file: 'src/server/sync/push.ts',
        find: '      answers.push(\n        ...(await withAskerBy(\n',
        put: '        void (await withAskerBy(\n',
      },
      {
        file: 'src/server/sync/push.ts',
        find: 'remembered),\n        )),\n      )\n    } catch',
        put: 'remembered, answers),\n        ))\n    } catch',
      },
      {
        file: 'src/server/sync/push.ts',
        find: 'remembered: Remembered): Promise<OpAnswer[]> {\n  const { tx, asker, now } = visit',
        put: 'remembered: Remembered, answers: OpAnswer[]): Promise<OpAnswer[]> {\n  const { tx, asker, now } = visit',
      },
      {
        file: 'src/server/sync/push.ts',
        find: '  await commit(tx, at, stored === null || rows.length === 0 ? [] : [{ stored, document, rows }], entries, { last: true })\n',
        put: "  answers.push(...decisions.map((d) => ({ op: d.intent.content.op, result: d.result })))\n  if (entries.some(({ op }) => /[0-3]$/.test(op))) throw new Error('it fails as it commits')\n  await commit(tx, at, stored === null || rows.length === 0 ? [] : [{ stored, document, rows }], entries, { last: true })\n",
      },
      {
        // It is the promise that has to notice, not the log.
        file: 'src/server/sync/push.ts',
        find: "      deps.report('sync.push', error)\n",
        put: '      void error\n',
      },
    ],
    seen: [SIMULATION],
  },
  {
    name: 'drop-on-400',
    breaks: 'only the server refuses an op; a refused request loses none',
    edits: [
      {
        file: 'src/sync/sync-once.ts',
        find: '  else passedOver.add(single.content.op)',
        put: '  else {\n    passedOver.add(single.content.op)\n    void core.phone.database.outbox.delete(single.content.op)\n  }',
      },
    ],
    seen: [SIMULATION],
  },
  {
    name: 'give-up-on-trouble',
    breaks: 'ops stay pending until their own answer comes',
    edits: [
      {
        file: 'src/sync/sync-once.ts',
        find: "    if (said.is === 'trouble') return only(said.trouble)",
        put: "    if (said.is === 'trouble') {\n      await core.phone.database.outbox.where('op').anyOf(ops.map(({ content }) => content.op)).modify({ state: 'settled' })\n      return only(said.trouble)\n    }",
      },
    ],
    seen: [SIMULATION],
  },
  {
    name: 'purge-takes-pending',
    breaks: 'what is forgotten is never an unanswered op',
    edits: [
      {
        file: 'src/storage/purge.ts',
        find: '  const old = settled\n      .filter((op) => op.ackedAt !== null && op.ackedAt < before && advances - op.ackedAtBackup >= BACKUPS)\n      .map(({ op }) => op)',
        put: '  const old = settled.length < 0 ? [] : await database.outbox.filter((op) => op.savedAt > before && advances >= 0 && BACKUPS > 0).primaryKeys()',
      },
    ],
    seen: [SIMULATION],
  },
  {
    name: 'scope-forgets-to-drop',
    breaks: 'what a person may no longer hold leaves the phone',
    edits: [
      {
        file: 'src/storage/settle-scope.ts',
        find: '      else dropped.push(key)',
        put: "      else if (key === '') dropped.push(key)",
      },
    ],
    seen: [SIMULATION],
  },
  {
    name: 'trust-payload-actor',
    breaks: 'who acts is who is signed in, never what the op says',
    edits: [
      {
        file: 'src/server/sync/receive.ts',
        find: "  if (content.actor !== person) return no('op.other-actor')\n",
        put: '',
      },
    ],
    seen: [MATRIX, PUSH],
  },
  {
    name: 'skip-signature',
    breaks: 'an op is signed by a device of its author',
    edits: [
      {
        file: 'src/server/sync/receive.ts',
        find: "  if (!(await signatureHolds(key, signingText(signed), signed.sig))) return no('op.bad-signature')\n",
        put: '',
      },
    ],
    seen: [MATRIX, PUSH],
  },
  {
    name: 'revoked-device-signs',
    breaks: 'a device that was signed off signs nothing any more',
    edits: [
      {
        file: 'src/server/store/people.ts',
        find: 'and person = ${person} and revoked_at is null`,',
        put: 'and person = ${person}`,',
      },
      {
        file: 'src/server/store/signing-devices.ts',
        find: 'and d.person = ${person} and d.revoked_at is null`,',
        put: 'and d.person = ${person}`,',
      },
    ],
    seen: [MATRIX, PUSH],
  },
  {
    name: 'a-row-too-few',
    breaks: 'the cursor moves only over what was delivered',
    edits: [
      {
        file: 'src/server/migrations/009-fewer-trips.ts',
        find: 'where r.change > since',
        put: 'where r.change > since + 1',
      },
    ],
    seen: [ORDER],
  },
  {
    name: 'skip-digest',
    breaks: 'a document that differs is noticed and fetched again',
    edits: [
      {
        file: 'src/storage/settle-digests.ts',
        find: '    if (record !== undefined && digest !== undefined && record.digest !== digest) suspects[key] = digest',
        put: '    if (record === undefined && digest !== undefined) delete suspects[key]',
      },
    ],
    seen: [AGREEING, SIMULATION],
  },
  {
    name: 'change-number-first',
    breaks: 'change numbers become visible in their order',
    edits: [
      {
        // The number is read before the counter is waited for.
        file: 'src/server/store/write-all.ts',
        find: '(select yantu_next_change(${expectedReference}::bigint, ${touches.reference}, ${touches.activities}) as change)',
        put: '(select d.head + 1 as change from district d where d.district = ${district} and yantu_next_change(${expectedReference}::bigint, ${touches.reference}, ${touches.activities}) > 0)',
      },
    ],
    seen: [ORDER],
  },
  {
    name: 'hash-without-actor',
    breaks: 'the content hash covers who acted',
    edits: [
      {
        file: 'src/server/sync/receive.ts',
        find: 'contentHash: sha256(contentText) } }',
        put: 'contentHash: sha256(contentText.split(`"actor":"${person}",`).join(\'\')) } }',
      },
    ],
    seen: [MATRIX],
  },
  {
    name: 'own-claim-accepted',
    breaks: 'nobody decides on their own claim',
    edits: [
      {
        file: 'src/domain/verbs/decision.ts',
        find: "  if (document.subject.id === context.actor.id) return refused('claim.own-decision')\n",
        put: '',
      },
    ],
    seen: [DESKS, SIMULATION],
  },
  {
    name: 'unseen-content-accepted',
    breaks: 'a decision binds the content it saw',
    edits: [
      {
        file: 'src/domain/verbs/decision.ts',
        find: 'export const seenAs = (entry: Entry, context: VerbContext): boolean => context.base === context.hash(decidedFields(entry))',
        put: "export const seenAs = (entry: Entry, context: VerbContext): boolean => context.base !== '' || entry.id === ''",
      },
    ],
    seen: [SIMULATION, PUSH],
  },
  {
    name: 'standing-left-behind',
    breaks: 'standings are what the rows come to',
    edits: [
      {
        file: 'src/server/sync/commit.ts',
        find: '      teachers.push(teacherProjection(document as Dossier, policy))\n',
        put: '      if (rows.some((row) => row.facts.length < 2)) teachers.push(teacherProjection(document as Dossier, policy))\n',
      },
    ],
    seen: [SIMULATION],
  },
  {
    name: 'scope-ignores-posts',
    breaks: 'a former colleague is out of sight',
    edits: [
      {
        file: 'src/server/migrations/009-fewer-trips.ts',
        find: 'and p.from_day <= today and (p.to_day is null or p.to_day >= today) and (select',
        put: 'and p.from_day <= today and (select',
      },
    ],
    seen: [SIMULATION],
  },
  {
    name: 'purge-document-with-pending',
    breaks: 'a document with unanswered ops stays until they are answered',
    edits: [
      {
        file: 'src/storage/settle-scope.ts',
        find: '      if ((await unanswered(database, key)) > 0) kept.push(key)',
        put: '      if ((await unanswered(database, key)) < 0) kept.push(key)',
      },
    ],
    seen: [AGREEING],
  },
  {
    name: 'no-second-copy',
    breaks: 'what was not sent outlives the browser throwing the database away',
    edits: [
      {
        file: 'src/storage/act.ts',
        find: '    await mirrorIfPossible(phone)\n',
        put: '',
      },
    ],
    seen: [STORAGE, SIMULATION],
  },
  {
    name: 'waits-for-an-opening-for-ever',
    breaks: 'a database that does not open is said within the patience',
    edits: [
      {
        file: 'src/storage/opening.ts',
        find: '        else reject(new KeepingFailed(reason, null))',
        put: '        else after(ms, reason)',
      },
    ],
    seen: [SIMULATION],
  },
  {
    name: 'unopened-so-thrown-away',
    breaks: 'a database that does not open is left as it is',
    edits: [
      {
        file: 'src/storage/phone.ts',
        find: '    closeForGood(database)\n    throw thrown\n',
        put: '    if (thrown instanceof KeepingFailed) (database as unknown as { _deps: { indexedDB: IDBFactory } })._deps.indexedDB.deleteDatabase(database.name)\n    closeForGood(database)\n    throw thrown\n',
      },
    ],
    seen: [SIMULATION],
  },
  {
    name: 'saved-before-kept',
    breaks: 'saved is said when it is on the disk',
    edits: [
      {
        file: 'src/storage/act.ts',
        find: '    database.outbox.bulkAdd(made.map(({ record }) => record)),',
        put: '    setTimeout(() => { void database.outbox.bulkAdd(made.map(({ record }) => record)) }, 0),',
      },
    ],
    seen: [STORAGE],
  },
  {
    name: 'clones-unnoticed',
    breaks: 'two databases that go by one device are told apart',
    edits: [
      {
        file: 'src/server/sync/receive-all.ts',
        find: '  const cloned = new Set(clonedOps(good, devices))',
        put: '  const cloned = new Set(clonedOps([], devices))',
      },
    ],
    seen: [CLONES],
  },
  {
    name: 'clone-loses-its-queue',
    breaks: 'what a copied phone had not sent is signed anew and sent',
    edits: [
      {
        file: 'src/storage/settle-results.ts',
        find: ", 'op.cloned-device']",
        put: ']',
      },
    ],
    seen: ['tests/journeys/cloned.test.ts'],
  },
  {
    name: 'too-old-turned-away',
    breaks: 'a version too old hands in its ops before it is asked to update',
    edits: [
      {
        file: 'src/server/sync/route.ts',
        find: 'push(deps, asker, request.ops, ',
        put: 'push(deps, asker, isTooOld(request, oldestBuild) ? [] : request.ops, ',
      },
    ],
    seen: ['tests/journeys/old-version.test.ts'],
  },
  {
    name: 'old-op-changed',
    breaks: 'an op of an earlier release comes to exactly the same document',
    edits: [
      {
        file: 'src/domain/verbs/verb.ts',
        find: '    saidAt: context.saidAt,',
        put: '    saidAt: context.saidAt.slice(0, 10),',
      },
    ],
    seen: ['tests/corpus/corpus.test.ts'],
  },
]
