import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

export interface DocumentMeasure {
  /** Levels of fields, the root fields being the first. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** True where fragments spread one another in a ring: such a document has no end. */
  readonly circular: boolean;
}

const NOTHING: DocumentMeasure = { depth: 0, aliases: 0, directives: 0, circular: false };
const RING: DocumentMeasure = { ...NOTHING, circular: true };

/**
 * Measures a document as if every fragment were written out. Each fragment is measured once, so that a chain of fragments that
 * doubles at every step costs nothing. Introspection is left out of the depth: it is refused or allowed as a whole.
 */
export function measureDocument(document: DocumentNode): DocumentMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, DocumentMeasure>();

  const ofFragment = (name: string): DocumentMeasure => {
    const known = measured.get(name);
    if (known) return known;
    // While it is being measured, meeting it again means a ring.
    measured.set(name, RING);
    const definition = fragments.get(name);
    const measure = definition ? plus(ofSet(definition.selectionSet), own(definition.directives)) : NOTHING;
    measured.set(name, measure);
    return measure;
  };
  const ofSelection = (selection: SelectionNode): DocumentMeasure => {
    const directives = own(selection.directives);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return plus(ofFragment(selection.name.value), directives);
    if (selection.kind === Kind.INLINE_FRAGMENT) return plus(ofSet(selection.selectionSet), directives);
    if (selection.name.value.startsWith('__')) return directives;
    const inner = selection.selectionSet ? ofSet(selection.selectionSet) : NOTHING;
    return plus({ ...inner, depth: inner.depth + 1, aliases: inner.aliases + (selection.alias ? 1 : 0) }, directives);
  };
  const ofSet = (set: SelectionSetNode): DocumentMeasure => set.selections.map(ofSelection).reduce(plus, NOTHING);

  // Fragments that nothing uses count too: a ring among them is as endless for the validation rules.
  const parts = document.definitions.map((definition) => {
    if (definition.kind === Kind.OPERATION_DEFINITION) return plus(ofSet(definition.selectionSet), own(definition.directives));
    return definition.kind === Kind.FRAGMENT_DEFINITION ? { ...NOTHING, circular: ofFragment(definition.name.value).circular } : NOTHING;
  });
  return parts.reduce(plus, NOTHING);
}

function own(directives: readonly unknown[] | undefined): DocumentMeasure {
  return { ...NOTHING, directives: directives?.length ?? 0 };
}

function plus(a: DocumentMeasure, b: DocumentMeasure): DocumentMeasure {
  return { depth: Math.max(a.depth, b.depth), aliases: a.aliases + b.aliases, directives: a.directives + b.directives, circular: a.circular || b.circular };
}
