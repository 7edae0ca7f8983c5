/** What an article is, in the order of the list’s filter: 动态, 故事, 公告, 学习, 本站. */
export const articleKinds = ['news', 'story', 'notice', 'study', 'site'] as const;
export type ArticleKind = (typeof articleKinds)[number];
