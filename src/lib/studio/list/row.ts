import type { State } from '../../domain/studio/state';

/** One line of a list as the server gives it. */
export interface Listed {
	id: string;
	slug: string;
	titleZh: string;
	titleEn: string | null;
	kind: string | null;
	category: string | null;
	town: string | null;
	state: State;
	live: number | null;
	head: number;
	liveNumber: number;
	updatedAt: number;
	trashedAt: number | null;
	by: string | null;
}

/** What a check box says of its row: the thing, and the versions somebody saw when they ticked it. */
export const valueOf = ({ id, head, liveNumber }: Listed): string => `${id}@${head}@${liveNumber}`;
