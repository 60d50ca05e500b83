/** A person or an organisation, as schema.org writes it. */
export interface StructuredAuthor {
  '@type': 'Person' | 'Organization';
  name: string;
  /** Address of the author's page. */
  url?: string;
  /** What a person did or is. */
  jobTitle?: string;
  /** Address of a portrait. */
  image?: string;
}

/** A picture, as schema.org writes it. */
export interface StructuredImage {
  '@type': 'ImageObject';
  url: string;
  /** Such as `1280 px`: schema.org knows no bare number here. */
  width?: string;
  height?: string;
  caption?: string;
  /** Who took it. */
  creditText?: string;
}

/** What the widgets of a page say, as schema.org's NewsArticle in JSON-LD. */
export interface NewsArticle {
  '@context': 'https://schema.org';
  '@type': 'NewsArticle';
  headline: string;
  /** ISO 8601, with an offset where one is known. */
  datePublished?: string;
  /** ISO 8601, with an offset where one is known; only where the page tells of an update. */
  dateModified?: string;
  author?: StructuredAuthor | StructuredAuthor[];
  image?: StructuredImage | StructuredImage[];
  commentCount?: number;
  /** BCP 47 tag. */
  inLanguage?: string;
}
