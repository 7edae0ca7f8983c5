import type {
	ObjectionGround,
	ObjectionKind,
	ObjectionState
} from '$lib/domain/judging/notice/notice';
import type { Bilingual } from '$lib/domain/text';

/** An objection as the archive opens it to the office. */
export interface Sheet {
	id: string;
	kind: ObjectionKind;
	ground: ObjectionGround;
	state: ObjectionState;
	receivedAt: number;
	dueDay: string | null;
	late: boolean;
	outcome: Bilingual | null;
	decidedAt: number | null;
	oldFigure: number | null;
	newFigure: number | null;
	forgetAt: number | null;
	entry: { id: string; number: string; title: string };
	said: { name: string; liaison: string; phone: string; email: string; text: string } | null;
	letter: boolean;
	letterHeld: 'waiting' | 'found' | null;
	open: boolean;
	fresh: number | null;
	usual: number;
	again: {
		roundId: string;
		state: string;
		closesAt: number | null;
		done: number;
		of: number;
		figure: number | null;
	} | null;
	standing: { verdict: string; prize: Bilingual | null } | null;
	prizes: { id: string; title: Bilingual }[];
}
