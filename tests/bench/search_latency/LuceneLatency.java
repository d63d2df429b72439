import java.io.BufferedReader;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;

/**
 * Ten hits with title and a passage of UnifiedHighlighter, its offsets taken from the postings:
 * LuceneLatency ARTICLES.tsv FOLDER QUERIES ROUNDS. The title's words are in the text, too.
 */
public final class LuceneLatency {
    private static final Analyzer ANALYZER = new EnglishAnalyzer();

    private static void index(String articles, Path folder) throws Exception {
        FieldType type = new FieldType(TextField.TYPE_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(ANALYZER));
                BufferedReader lines =
                        Files.newBufferedReader(Paths.get(articles), StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split("\t", 3);
                Document document = new Document();
                document.add(new StringField("id", parts[0], Field.Store.YES));
                document.add(new Field("text", parts[1] + "\n" + parts[2], type));
                writer.addDocument(document);
            }
            writer.forceMerge(1);
        }
    }

    private static List<Term> terms(String[] words) throws Exception {
        List<Term> terms = new ArrayList<>();
        for (String word : words) {
            try (TokenStream tokens = ANALYZER.tokenStream("text", new StringReader(word))) {
                CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
                tokens.reset();
                while (tokens.incrementToken()) terms.add(new Term("text", term.toString()));
                tokens.end();
            }
        }
        return terms;
    }

    private static Query query(String line) throws Exception {
        String[] parts = line.split("\t");
        List<Term> terms = terms(Arrays.copyOfRange(parts, 1, parts.length));
        if (terms.isEmpty()) return new MatchNoDocsQuery();
        if (parts[0].equals("phrase")) {
            PhraseQuery.Builder phrase = new PhraseQuery.Builder();
            for (Term term : terms) phrase.add(term);
            return phrase.build();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (int i = 0; i < terms.size(); ++i) {
            BooleanClause.Occur occur = BooleanClause.Occur.SHOULD;
            if (parts[0].equals("all")) occur = BooleanClause.Occur.MUST;
            if (parts[0].equals("not") && i > 0) occur = BooleanClause.Occur.MUST_NOT;
            query.add(new TermQuery(terms.get(i)), occur);
        }
        return query.build();
    }

    private static long answer(IndexSearcher searcher, UnifiedHighlighter highlighter, String line)
            throws Exception {
        Query query = query(line);
        TopDocs hits = searcher.search(query, 10);
        long size = 0;
        if (hits.scoreDocs.length == 0) return size;
        for (String snippet : highlighter.highlight("text", query, hits, 2)) {
            if (snippet != null) size += snippet.length();
        }
        for (ScoreDoc hit : hits.scoreDocs) size += searcher.doc(hit.doc).get("text").length();
        return size;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Paths.get(arguments[1]);
        if (!Files.exists(folder)) index(arguments[0], folder);
        List<String> queries = Files.readAllLines(Paths.get(arguments[2]), StandardCharsets.UTF_8);
        double[] best = new double[queries.size()];
        Arrays.fill(best, Double.MAX_VALUE);
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        int rounds = Integer.parseInt(arguments[3]);
        long size = 0;
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
            IndexSearcher searcher = new IndexSearcher(reader);
            UnifiedHighlighter highlighter = new UnifiedHighlighter(searcher, ANALYZER);
            for (int round = 0; round <= rounds; ++round) {
                for (int i = 0; i < best.length; ++i) {
                    long begin = clock.getCurrentThreadCpuTime();
                    size += answer(searcher, highlighter, queries.get(i));
                    double took = (clock.getCurrentThreadCpuTime() - begin) / 1e3;
                    if (round > 0) best[i] = Math.min(best[i], took);
                }
            }
        }
        for (double took : best) System.out.printf("%.1f%n", took);
        System.err.println(size + " characters");
    }
}
