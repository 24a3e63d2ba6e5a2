import { competencesOf } from './competences.js';

describe('files of competence frameworks', () => {
  it('reads areas and competences of DigComp, in English and in the language of the file', () => {
    const rows = [['digcomp.area.1.label', '', 'Search', 'Zoeken'], ['digcomp.competence.1.2.label', '', 'Evaluate', 'Beoordelen'], ['digcomp.competence.1.2.description', '', 'To judge', ''], ['digcomp.outcome.1', '', 'x', '']];
    expect(competencesOf(['location', 'context', 'source', 'target'], rows, 'core-framework.nl.csv')).toEqual([
      { framework: 'digcomp', kind: 'area', code: '1', language: 'en', label: 'Search', description: '' },
      { framework: 'digcomp', kind: 'area', code: '1', language: 'nl', label: 'Zoeken', description: '' },
      { framework: 'digcomp', kind: 'competence', code: '1.2', language: 'en', label: 'Evaluate', description: 'To judge' },
      { framework: 'digcomp', kind: 'competence', code: '1.2', language: 'nl', label: 'Beoordelen', description: '' },
    ]);
  });

  it('reads skills and knowledge of ESCO, and knows no other file', () => {
    const header = ['conceptType', 'conceptUri', 'preferredLabel', 'status', 'skillType', 'description'];
    const uri = 'http://data.europa.eu/esco/skill/1';
    expect(competencesOf(header, [['KnowledgeSkillCompetence', uri, 'Haskell', 'released', 'knowledge', 'The']], 'digitalSkillsCollection_fr.csv')).toEqual([
      { framework: 'esco', code: uri, kind: 'knowledge', language: 'fr', label: 'Haskell', description: 'The' },
    ]);
    expect(competencesOf(['name', 'email'], [['a', 'b']], 'people.csv')).toBeUndefined();
  });
});
