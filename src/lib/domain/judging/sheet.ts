/** What a juror writes about one entry. */
export interface Sheet {
	/** By criterion, in hundredths of a point; only what was said so far. */
	marks: Record<string, number>;
	/** For yes/no. */
	verdict: 'yes' | 'no' | null;
	/** For ranking: 1 is best among the juror’s own entries. */
	rank: number | null;
	/** For the office and, where the round says so, for other jurors. */
	comment: string;
}

export const emptySheet: Sheet = { marks: {}, verdict: null, rank: null, comment: '' };

/** Longest comment in characters. */
export const COMMENT_MOST = 2000;

/** One task’s sheet as results are reckoned from. */
export interface Scored {
	task: string;
	entry: string;
	juror: string;
	sheet: Sheet;
}
