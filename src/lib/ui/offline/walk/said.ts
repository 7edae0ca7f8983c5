import type { walk } from '../../../words/zh/walk';

/** The words of a walk page that its script puts together, as the page carries them. */
type Said = Pick<typeof walk, 'steps' | 'aloud' | 'position' | 'pack'> & {
	directions: string[];
};

/** The page a script stands on: its root, its words, its own address. */
export interface Ground {
	root: HTMLElement;
	said: Said;
	/** `/en/trails/x/walk` */
	pathname: string;
	name: string;
}

/** The one element of a name the page was made with; missing is a defect of the page. */
export function part<T extends HTMLElement>(root: ParentNode, name: string): T {
	const found = root.querySelector<T>(`[data-${name}]`);
	if (!found) throw new Error(`The page has no data-${name}.`);
	return found;
}
