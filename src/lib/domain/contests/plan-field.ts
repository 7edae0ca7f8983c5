import type { FilmRule } from '../films/limits';

/** How much is typed into one input and what it means; the form, its reading and its words follow it. */
export type PlanField =
	| { kind: 'line'; name: string; max: number }
	| { kind: 'both'; name: string; max: number; rows?: number; optional?: true }
	/** A whole number; empty is null where it is optional. */
	| { kind: 'whole' | 'number'; name: string; optional?: true }
	| {
			kind: 'seconds' | 'bytes' | 'bitrate' | 'share';
			name: string;
			optional?: true;
			presets: readonly number[];
	  }
	| { kind: 'ratios'; name: string; presets: readonly string[] }
	| { kind: 'moment'; name: string; end: boolean }
	| { kind: 'yes'; name: string }
	/** One of several; as cards where each has to be explained. */
	| { kind: 'one'; name: string; options: readonly string[]; cards?: true }
	| { kind: 'many'; name: string; options: readonly string[] }
	/** Whole numbers by word; those left empty are left out. */
	| { kind: 'numbers'; name: string; words: readonly string[] }
	/** Ids of the plan’s categories; none ticked means all. */
	| { kind: 'asked'; name: string }
	/** Which rules only warn. */
	| { kind: 'warns'; name: string; rules: readonly FilmRule[] }
	/** Fields under one name; an optional one is null until it is switched on. */
	| { kind: 'group'; name: string; fields: readonly PlanField[]; optional?: true }
	/** Rows known by a word nobody types, under `key`. */
	| {
			kind: 'list';
			name: string;
			key: 'id' | 'key';
			most: number;
			fields: readonly PlanField[];
			/** What a new row says that is not empty, as the form sends it. */
			blank?: Readonly<Record<string, string>>;
	  };
