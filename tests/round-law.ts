import { NOON } from './make';

/** What may be asked of a round; hours are from now. */
export type RoundCommand =
	| { do: 'save'; stale: boolean }
	| { do: 'fix'; chance: boolean }
	| { do: 'seal'; words: boolean; other: boolean }
	| { do: 'deal' }
	| { do: 'open' }
	| { do: 'score' }
	| { do: 'extend'; hours: number; why: boolean }
	| { do: 'close'; sure: boolean; why: boolean }
	| { do: 'reopen'; hours: number; why: boolean }
	| { do: 'release' }
	| { do: 'wait'; hours: number };

const HOUR = 3_600_000;

/**
 * The law of rounds told once more, in another way: what happened is a list of lines, and every answer
 * is found by reading them again. It shares no code with what it is held against.
 */
export class RoundModel {
	now = NOON;
	lines: { did: string; at: number; until?: number; chance?: boolean }[] = [];

	/** @param until when it closes, as first planned */
	constructor(readonly until: number) {}

	private last = (...acts: string[]) => this.lines.findLast(({ did }) => acts.includes(did));
	private at = (act: string) => this.lines.findLastIndex(({ did }) => did === act);

	/** The word for where it stands. */
	get stands(): string {
		const words: Record<string, string> = {
			seal: 'sealed',
			open: 'open',
			reopen: 'open',
			close: 'closed',
			release: 'released'
		};
		const last = this.last(...Object.keys(words));
		return last ? words[last.did]! : 'draft';
	}

	get closes(): number {
		return this.last('extend', 'reopen')?.until ?? this.until;
	}

	/** Whether something was missing when it would close now: one of the dealt tasks has no score. */
	get whole(): boolean {
		return this.lines.some(({ did }) => did === 'score');
	}

	/** Whether a command is done; what it does is written down then. */
	may(command: RoundCommand): boolean {
		const ok = this.allows(command);
		if (!ok && command.do !== 'wait') return false;
		if (command.do === 'wait') this.now += command.hours * HOUR;
		else
			this.lines.push({
				did: command.do,
				at: this.now,
				...('hours' in command ? { until: this.now + command.hours * HOUR } : {}),
				...('chance' in command ? { chance: command.chance } : {})
			});
		return true;
	}

	private allows(command: RoundCommand): boolean {
		const { stands, now, closes } = this;
		switch (command.do) {
			case 'save':
				return stands === 'draft' && !command.stale;
			case 'fix':
				return stands === 'draft' && now < closes;
			case 'seal': {
				const fixed = this.last('fix');
				const fresh = this.at('fix') > this.at('save');
				if (stands !== 'draft' || !fixed || !fresh || command.other || now >= closes) return false;
				return command.words === fixed.chance;
			}
			case 'deal':
				return stands === 'sealed' && this.at('deal') < 0;
			case 'open':
				return stands === 'sealed' && this.at('deal') >= 0 && now < closes;
			case 'score':
				return stands === 'open' && now < closes && this.at('score') < 0;
			case 'extend':
				return (
					(stands === 'sealed' || stands === 'open') &&
					command.why &&
					command.hours > 0 &&
					now + command.hours * HOUR > closes
				);
			case 'close':
				if (stands !== 'open') return false;
				if (this.whole) return true;
				return command.sure && (command.why || now >= closes);
			case 'reopen':
				return stands === 'closed' && command.why && command.hours > 0;
			case 'release':
				return stands === 'closed';
			case 'wait':
				return true;
		}
	}
}
