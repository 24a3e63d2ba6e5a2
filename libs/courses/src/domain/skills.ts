import { type SkillRef } from './curriculum.js';

/** One of each skill and role; the first one counts. */
export function distinctSkills(skills: readonly SkillRef[]): readonly SkillRef[] {
  const seen = new Set<string>();
  return skills.filter(({ framework, code, role }) => {
    const name = `${framework} ${code} ${role}`;
    return !seen.has(name) && Boolean(seen.add(name));
  });
}
