import {runCommand} from './command.js';

const usage = `Usage: node server/articles.js close ARTICLE
       node server/articles.js open ARTICLE
       node server/articles.js list`;

await runCommand(usage, {
  close: async (moderation, article) => {
    await moderation.setClosed(readArticle(article), true);
    return `${article} takes no more comments.`;
  },
  open: async (moderation, article) => {
    await moderation.setClosed(readArticle(article), false);
    return `${article} takes comments.`;
  },
  list: async (moderation) => (await moderation.closedArticles()).join('\n'),
});

function readArticle(article) {
  if (article) return article.normalize('NFC');
  throw new Error(usage);
}
