/** Words of the page that says which scores a round still lacks. */
export const missing = {
	title: '缺分清单',
	lead: '缺少分数的作品在前，点评委可以只看他还没有评的。这里不显示任何分数。',
	see: '看缺哪些',
	apart: '您在这一届有参评作品，或者担任评委，所以看不到这份清单。',
	none: '没有缺的：每件作品的分数都齐了。',
	jurors: '还有作品没评的评委',
	owes: (n: number) => `${n} 件`,
	allJurors: '全部评委',
	entries: (n: number) => `缺分的作品（${n} 件）`,
	number: '作品编号',
	code: '评审代码',
	work: '作品',
	given: '已有分数',
	waits: '在等谁',
	of: (given: number, all: number) => `${given} / ${all}`,
	undealt: (n: number) => `还有 ${n} 个没有分派`,
	assign: '去分派',
	remind: '去催评'
};
