import {
  CancelPeopleImport,
  type ImportedFile,
  ImportNotOpen,
  ImportPeopleFile,
  type ImportPeopleFileInput,
  type PeopleImport,
  ReadPeopleImports,
  RunPeopleImport,
  StartPeopleImport,
  type UploadedPeople,
  UploadPeople,
} from '@app/identity';
import { Actor, FileRefused, InvalidInput, isProblem, JobHandlers, NotAllowed, NotFound } from '@app/platform';
import { importWorld } from '../support/import-world.js';
import { xlsx } from '../support/xlsx.js';

describe('importing a list of people', () => {
  const world = importWorld();
  const importFile = async (content: string | Buffer, wishes: Partial<ImportPeopleFileInput> = {}): Promise<ImportedFile> => {
    const answer = await world.test.get(ImportPeopleFile).execute({ organisation: world.centre.id, path: await world.file(content), roles: ['learner'], ...wishes });
    if (isProblem(answer)) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const counts = ({ import: { rowsRead, added, known, skipped } }: ImportedFile) => ({ rowsRead, added, known, skipped });
  const faultsOf = async (of: PeopleImport) => {
    const page = await world.test.get(ReadPeopleImports).faults(world.coordinator, of.id, { first: 100 });
    return isProblem(page) ? [] : page.rows.map(({ line, field, cell, reason, values }) => ({ line, at: field ?? cell, reason, ...values }));
  };
  const people = () =>
    world.test.asOwner<Record<string, unknown>>(
      `select p.given_name || ' ' || p.family_name as name, p.email, p.phone, p.language, p.reference, s.name as site,
         (select array_agg(m.role || ' ' || m.state order by m.role) from membership m where m.organisation_id = p.organisation_id and m.person_id = p.person_id) as roles
       from profile p left join site s on s.id = p.site_id where p.organisation_id = $1 and p.person_id <> $2 order by p.id`,
      [world.centre.id, world.coordinator.personId],
    );

  it('adds the people of a list with headings in whichever language, with site, language and role where the list names them', async () => {
    const site = await world.make.site(world.centre, { name: 'Liège Guillemins' });
    const done = await importFile(
      Buffer.from('\ufeffNom;Prénom;Courriel;GSM;Langue;Rôle;Implantation;Matricule\r\nDémo;Zoé;Zoe@Example.org;+32 470 12 34 56;néerlandais;formatrice;liege guillemins;A-1\r\n"Martin\t";Ali;;;;;;\r\n'),
    );
    expect(counts(done)).toEqual({ rowsRead: 2, added: 2, known: 0, skipped: 0 });
    expect(await people()).toEqual([
      { name: 'Zoé Démo', email: 'Zoe@example.org', phone: '+32 470 12 34 56', language: 'nl', reference: 'A-1', site: site.name, roles: ['trainer active'] },
      { name: 'Ali Martin', email: null, phone: null, language: 'fr', reference: null, site: null, roles: ['learner active'] },
    ]);
  });

  it('case 37: the same file twice adds nothing, in whatever encoding the second time', async () => {
    const list = 'Prénom;Nom;E-mail\nZoé;Démo;zoe@example.org\nÉlise;Sans;\nÉlise;Autre;\n';
    expect(counts(await importFile(list))).toMatchObject({ added: 3 });
    for (const again of [list, Buffer.from(list, 'latin1'), Buffer.from(`\ufeff${list}`, 'utf16le'), list.replaceAll(';', ',').toUpperCase()]) {
      expect(counts(await importFile(again))).toEqual({ rowsRead: 3, added: 0, known: 3, skipped: 0 });
    }
    expect(await people()).toHaveLength(3);
  });

  it('case 37: each fault is named with its line, its field and its cure; the other lines are loaded whole', async () => {
    const done = await importFile(
      [
        'Prénom,Nom,E-mail,Téléphone,Langue,Rôle',
        'Zoé,Démo,zoe@example.org,,,',
        '"Zo\né",Démo,break@example.org,,,',
        ',Démo,,,,',
        'Bad,Mail,"a@example.org, b@example.org",,,',
        'Bad,Both,not-an-address,call me,klingon,king',
        'Again,Demo,ZOE@example.org,,,',
        'Extra,Cells,,,,,surplus',
        'Good,"Last"" One",good@example.org,,,',
        'Boss,Demo,,,,manager',
      ].join('\n'),
      { organisation: world.centre.id },
    );
    expect(counts(done)).toEqual({ rowsRead: 9, added: 3, known: 0, skipped: 6 });
    expect(await faultsOf(done.import)).toEqual([
      { line: 3, at: 'givenName', reason: 'text.one-line' },
      { line: 5, at: 'givenName', reason: 'value.missing' },
      { line: 6, at: 'email', reason: 'email.malformed' },
      { line: 7, at: 'email', reason: 'email.malformed' },
      { line: 7, at: 'phone', reason: 'phone.malformed' },
      { line: 7, at: 'language', reason: 'language.not-understood' },
      { line: 7, at: 'role', reason: 'role.not-understood' },
      { line: 8, at: null, reason: 'row.repeated', first: 2 },
      { line: 9, at: null, reason: 'row.too-many-cells', found: 7, expected: 6 },
    ]);
  });

  it('a workbook with formulas and merged cells: saved values count, the cells that cannot be read are named', async () => {
    const book = xlsx([
      {
        rows: [
          ['Voornaam', 'Achternaam', 'E-mail', 'Telefoon'],
          ['Zoé', 'Demo', { xml: '<c t="str"><f>LOWER("ZOE@EXAMPLE.ORG")</f><v>zoe@example.org</v></c>' }, 470123456],
          ['An', { xml: '<c><f>B1</f></c>' }, 'an@example.org', null],
          ['Bo', 'Demo', 'bo@example.org', null],
          ['Cy', null, 'cy@example.org', null],
        ],
        merged: ['B4:B5'],
      },
    ]);
    const done = await importFile(book);
    expect(counts(done)).toEqual({ rowsRead: 4, added: 1, known: 0, skipped: 3 });
    expect(await faultsOf(done.import)).toEqual([
      { line: 3, at: 'B3', reason: 'cell.formula-without-value' },
      { line: 4, at: 'B4:B5', reason: 'cell.merged' },
      { line: 5, at: 'B4:B5', reason: 'cell.merged' },
    ]);
    expect(await people()).toMatchObject([{ name: 'Zoé Demo', phone: '470123456' }]);
  });

  it('tried first, it says the same and changes nothing', async () => {
    const list = 'Prénom,Nom,E-mail\nZoé,Démo,zoe@example.org\nX,Y,bad\nZoé,Démo,zoe@example.org\n';
    const tried = await importFile(list, { dryRun: true });
    expect(await people()).toEqual([]);
    const done = await importFile(list);
    expect(counts(tried)).toEqual(counts(done));
    expect(await faultsOf(tried.import)).toEqual(await faultsOf(done.import));
    expect(counts(await importFile(list, { dryRun: true }))).toEqual({ rowsRead: 3, added: 0, known: 1, skipped: 2 });
  });

  it('invites the people it added where that is wished: one mail each, none to those who were known', async () => {
    await importFile('Prénom,E-mail\nZoé,zoe@example.org\n');
    await importFile('Prénom,E-mail\nZoé,zoe@example.org\nAli,ali@example.org\nBo,\n', { invite: true });
    const messages = await world.test.asOwner('select address, state from message where organisation_id = $1 and type = $2', [world.centre.id, 'identity.invitation']);
    expect(messages).toEqual([{ address: 'ali@example.org', state: 'due' }]);
    expect(await people()).toMatchObject([{ roles: ['learner active'] }, { roles: ['learner invited'] }, { roles: ['learner invited'] }]);
  });

  it('case 39: what our own export neutralised is read back as it was, and formulas stay text', async () => {
    await importFile("Prénom,Nom,Téléphone\n'=1+1,Démo,'+32 470 12 34 56\n=cmd|x,Two,\n");
    expect(await people()).toMatchObject([{ name: '=1+1 Démo', phone: '+32 470 12 34 56' }, { name: '=cmd|x Two' }]);
  });

  it('refuses files and wishes that cannot be, and nothing is done', async () => {
    const refused = async (content: string | Buffer, wishes: Partial<ImportPeopleFileInput> = {}) =>
      world.test.get(ImportPeopleFile).execute({ organisation: world.centre.id, path: await world.file(content), roles: ['learner'], ...wishes });
    expect(await refused('')).toEqual(new FileRefused('file.empty'));
    expect(await refused('Ville,Pays\nMons,BE\n')).toEqual(InvalidInput.at('mapping', 'mapping.no-name'));
    expect(await refused('Prénom\nZoé\n', { invite: true })).toEqual(InvalidInput.at('mapping', 'mapping.no-email'));
    expect(await refused('Prénom\nZoé\n', { roles: [] })).toEqual(InvalidInput.at('roles', 'roles.none'));
    expect(await refused('Prénom\nZoé\n', { organisation: 'nowhere' })).toEqual(new NotFound('organisation'));
    expect(await refused('Prénom,X\nZoé,1\n', { headings: { email: 'Z' } })).toEqual(InvalidInput.at('mapping.email', 'mapping.no-such-heading', { heading: 'Z', headings: 'Prénom, X' }));
    expect(await people()).toEqual([]);
  });

  it('a fault of the file behind a thousand good lines refuses the file before the first one is loaded', async () => {
    const list = `Prénom,Nom\n${Array.from({ length: 1_500 }, (_, n) => `P${n},N${n}\n`).join('')}`;
    const damaged = Buffer.concat([Buffer.from(list), Buffer.from([0x81, 0xff, 0x0a])]);
    expect(await world.test.get(ImportPeopleFile).execute({ organisation: world.centre.id, path: await world.file(damaged), roles: ['learner'] })).toEqual(new FileRefused('file.encoding-unknown', { line: 1_502 }));
    expect(await people()).toEqual([]);
  });

  it('case 38: a run that was stopped anywhere goes on, and the end is that of an undisturbed run', async () => {
    const lines = Array.from({ length: 3_000 }, (_, n) => `P${n},N${n},${n % 7 === 0 ? 'bad' : `p${n % 2_500}@example.org`}`);
    const list = `Prénom,Nom,E-mail\n${lines.join('\n')}\n`;
    const undisturbed = await importFile(list, { dryRun: true });
    for (const stopAfter of [0.2, 0.6]) {
      const stop = new AbortController();
      await importFile(list, { signal: stop.signal, progress: (share) => share > stopAfter && stop.abort() });
    }
    const done = await importFile(list);
    expect(done.continued).toBe(true);
    expect(counts(done)).toEqual(counts(undisturbed));
    expect(await faultsOf(done.import)).toEqual(await faultsOf(undisturbed.import));
    expect(await world.test.asOwner('select count(*)::int as n, count(distinct email)::int as emails from profile where organisation_id = $1 and email ~ $2', [world.centre.id, '^p\\d+@'])).toEqual([
      { n: done.import.added, emails: done.import.added },
    ]);
  });

  it('two runners of one import never do a line twice', async () => {
    const list = `Prénom,Nom\n${Array.from({ length: 4_000 }, (_, n) => `P${n},N${n}\n`).join('')}`;
    const stop = new AbortController();
    const begun = await importFile(list, { signal: stop.signal, progress: () => stop.abort() });
    const path = await world.file(list);
    await Promise.all([1, 2, 3].map(() => world.test.get(RunPeopleImport).execute(world.coordinator, { importId: begun.import.id, path })));
    expect(await world.test.get(ReadPeopleImports).one(world.coordinator, begun.import.id)).toMatchObject({ state: 'done', rowsRead: 4_000, added: 4_000 });
    expect(await people()).toHaveLength(4_000);
  });

  describe('uploaded', () => {
    const upload = async (content: string | Buffer, actor = world.coordinator) => world.test.get(UploadPeople).execute(actor, { organisationId: world.centre.id, path: await world.file(content), fileName: 'C:\\lists\\été\u202e.csv' });
    const uploaded = async (content: string): Promise<UploadedPeople> => {
      const answer = await upload(content);
      if (isProblem(answer)) throw new Error(JSON.stringify(answer));
      return answer;
    };
    const work = async ({ id }: PeopleImport, attempt = 1): Promise<void> => {
      const signal = new AbortController().signal;
      await world.test.get(JobHandlers).get('identity.import-people')?.handler({ importId: id }, { id, actor: Actor.system(world.centre.id), attempt, signal, progress: async () => undefined });
    };

    it('shows headings, a guess and the first rows, and remembers the columns that were chosen', async () => {
      const list = 'Contact,Prénom,Nom\nzoe@example.org,Zoé,Démo\n';
      const first = await uploaded(list);
      expect(first).toMatchObject({ mapping: { givenName: 1, familyName: 2 }, remembered: false, sample: [{ line: 2, cells: ['zoe@example.org', 'Zoé', 'Démo'] }], import: { fileName: 'été.csv', header: ['Contact', 'Prénom', 'Nom'] } });
      const mapping = { ...first.mapping, email: 0 };
      const started = (await world.test.get(StartPeopleImport).execute(world.coordinator, { importId: first.import.id, mapping, roles: ['learner'], dryRun: false })) as PeopleImport;
      await work(started);
      await work(started, 2);
      expect(await world.test.get(ReadPeopleImports).one(world.coordinator, started.id)).toMatchObject({ state: 'done', added: 1, rowsTotal: 1 });
      expect(await world.test.asOwner('select from people_import_chunk')).toHaveLength(0);
      expect(await uploaded('contact,PRENOM,nom\n')).toMatchObject({ mapping, remembered: true });
    });

    it('can be tried, then started once', async () => {
      const { import: list, mapping } = await uploaded('Prénom,Nom\nZoé,Démo\n');
      const start = (dryRun: boolean) => world.test.get(StartPeopleImport).execute(world.coordinator, { importId: list.id, mapping, roles: ['learner'], dryRun });
      await start(true);
      expect(await start(false)).toBeInstanceOf(ImportNotOpen);
      await work(list);
      await start(false);
      await work(list);
      expect(await start(false)).toBeInstanceOf(ImportNotOpen);
      expect(await people()).toHaveLength(1);
      expect(await world.test.asOwner('select from job where organisation_id = $1', [world.centre.id])).toHaveLength(2);
    });

    it('case 40: an import cannot bring in roles that whoever starts it could not grant', async () => {
      const { import: list, mapping } = await uploaded('Prénom,Nom,Rôle\nZoé,Démo,responsable\nAli,Démo,formateur\n');
      const start = (roles: ('learner' | 'manager')[]) => world.test.get(StartPeopleImport).execute(world.coordinator, { importId: list.id, mapping, roles, dryRun: false });
      expect(await start(['manager'])).toEqual(InvalidInput.at('roles', 'role.not-yours', { role: 'manager' }));
      await start(['learner']);
      await work(list);
      expect(await people()).toMatchObject([{ name: 'Ali Démo', roles: ['trainer active'] }]);
      expect(await faultsOf(list)).toEqual([{ line: 2, at: 'role', reason: 'role.not-yours', role: 'manager' }]);
    });

    it('is cancelled while it waits, and what runs stops behind its batch', async () => {
      const { import: list, mapping } = await uploaded('Prénom,Nom\nZoé,Démo\n');
      await world.test.get(StartPeopleImport).execute(world.coordinator, { importId: list.id, mapping, roles: ['learner'], dryRun: false });
      expect(await world.test.get(CancelPeopleImport).execute(world.coordinator, list.id)).toMatchObject({ state: 'cancelled' });
      await work(list);
      expect(await people()).toEqual([]);
      expect(await world.test.get(CancelPeopleImport).execute(world.coordinator, list.id)).toBeInstanceOf(ImportNotOpen);
    });

    it('case 10: is for those who manage people, and unknown to strangers', async () => {
      const [learner, stranger] = [await world.make.actor({ organisation: world.centre }), await world.make.actor({ organisation: await world.make.organisation(), roles: ['manager'] })];
      expect(await upload('a\n', learner)).toEqual(new NotAllowed('person.import'));
      expect(await upload('a\n', stranger)).toEqual(new NotFound('organisation'));
      const { import: list, mapping } = await uploaded('Prénom\nZoé\n');
      const start = { importId: list.id, mapping, roles: ['learner' as const], dryRun: true };
      const answers = [
        await world.test.get(StartPeopleImport).execute(stranger, start),
        await world.test.get(CancelPeopleImport).execute(stranger, list.id),
        await world.test.get(ReadPeopleImports).one(stranger, list.id),
        await world.test.get(ReadPeopleImports).faults(stranger, list.id, { first: 1 }),
      ];
      expect(answers).toEqual(Array(4).fill(new NotFound('people-import')));
      expect(await world.test.get(StartPeopleImport).execute(learner, start)).toEqual(new NotAllowed('person.import'));
    });
  });
});
