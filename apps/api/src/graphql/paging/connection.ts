import { type Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { type CursorKey, decodeCursor, encodeCursor, type Page, type PageRequest } from '@app/platform';
import { IsInt, IsOptional, Max, Min, registerDecorator } from 'class-validator';

export const LARGEST_PAGE = 100;

@ObjectType('PageInfo', { description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether the list goes on.' })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Give it as `after` to read on.' })
  endCursor?: string;
}

/** `first` and `after` of every list; extend it where a list takes filters. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 25, description: 'How many at most, 1 to 100.' })
  @IsInt()
  @Min(1)
  @Max(LARGEST_PAGE)
  first: number = 25;

  @Field(() => String, { nullable: true, description: 'The endCursor of the page before.' })
  @IsOptional()
  @IsCursor()
  after?: string;
}

function IsCursor(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isCursor',
      target: target.constructor,
      propertyName: String(property),
      options: { message: 'cursor.unknown' },
      validator: { validate: (value: unknown) => typeof value === 'string' && decodeCursor(value) !== undefined },
    });
}

/** What a read takes, out of the arguments of the field. */
export function pageRequest(args: PageArgs): PageRequest {
  return { first: args.first, after: args.after ? decodeCursor(args.after) : undefined };
}

export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
}

/** The answer of a list field: `connection(page, (room) => [room.name, room.id])`, the key being the read's `order by`. */
export function connection<Node>(page: Page<Node>, keyOf: (node: Node) => readonly CursorKey[]): Connection<Node> {
  const edges = page.rows.map((node) => ({ cursor: encodeCursor(keyOf(node)), node }));
  return { edges, nodes: page.rows, pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor } };
}

/** Declares `RoomConnection` and `RoomEdge` for a node type: `export const RoomConnection = connectionType('Room', () => Room)`. */
export function connectionType<Node>(name: string, node: () => Type<Node>): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One place in a list of ${name}.` })
  class NodeEdge {
    @Field(() => String, { description: 'Where the list can be read on from.' })
    cursor: string;

    @Field(node, { description: 'What stands there.' })
    node: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: 'The page with a cursor for each place.' })
    edges: NodeEdge[];

    @Field(() => [node()], { description: 'The page without cursors.' })
    nodes: Node[];

    @Field(() => PageInfo, { description: 'Whether and where the list goes on.' })
    pageInfo: PageInfo;
  }
  return NodeConnection;
}
