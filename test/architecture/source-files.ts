import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A TypeScript file of ours: its path from the root of the repository, its text and its syntax tree. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
}

const root = path.resolve(__dirname, '../..');
const generated = /^src\/app\/generated\//;

/** All files below the folders, as paths from the root of the repository. */
export function filesBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    entriesOf(path.join(root, folder))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')),
  );
}

/** All folders below the folders, as paths from the root of the repository. */
export function foldersBelow(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    entriesOf(path.join(root, folder))
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/')),
  );
}

/** The hand-written TypeScript below the folders. */
export function sourcesBelow(...folders: string[]): SourceFile[] {
  return filesBelow(...folders)
    .filter((file) => file.endsWith('.ts') && !generated.test(file))
    .map((file) => sourceOf(file, readFileSync(path.join(root, file), 'utf8')));
}

/** Parses a text as if it were that file. */
export function sourceOf(file: string, text: string): SourceFile {
  return { path: file, text, tree: ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true) };
}

/** Where a node stands, for a reader who wants to go there. */
export function placeOf({ path: file, tree }: SourceFile, node: ts.Node): string {
  return `${file}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** All nodes of the tree that the question selects. */
export function nodesOf<N extends ts.Node>({ tree }: SourceFile, is: (node: ts.Node) => node is N): N[] {
  const found: N[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // bench/ and modules/ may not be there yet
    throw error;
  }
}
