import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.LMDirichletSimilarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Answers topics with Lucene: its English analyzer, any of the words, BM25 or Dirichlet. */
public final class LuceneRun {
    private static final int WANTED = 1000;

    public static void main(String[] args) throws Exception {
        Similarity model =
                args[2].equals("bm25") ? new BM25Similarity() : new LMDirichletSimilarity();
        EnglishAnalyzer analyzer = new EnglishAnalyzer();
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(analyzer).setSimilarity(model);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (String[] line : lines(args[0])) {
                Document document = new Document();
                document.add(new StoredField("id", line[0]));
                document.add(new TextField("text", line[1], Field.Store.NO));
                writer.addDocument(document);
            }
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
        searcher.setSimilarity(model);
        QueryBuilder builder = new QueryBuilder(analyzer);
        List<Double> times = new ArrayList<>();
        StringBuilder out = new StringBuilder();
        for (String[] topic : lines(args[1])) {
            long begin = System.nanoTime();
            Query query = builder.createBooleanQuery("text", topic[1]);
            if (query == null) continue;
            ScoreDoc[] found = searcher.search(query, WANTED).scoreDocs;
            times.add((System.nanoTime() - begin) / 1e6);
            for (int i = 0; i < found.length; ++i) {
                String id = searcher.doc(found[i].doc).get("id");
                out.append(topic[0] + " Q0 " + id + " " + (i + 1) + " " + found[i].score);
                out.append(" lucene\n");
            }
        }
        System.out.print(out);
        Collections.sort(times);
        System.err.println(times.get(times.size() / 2));
    }

    private static List<String[]> lines(String path) throws Exception {
        List<String[]> lines = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(Path.of(path))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine())
                lines.add(line.split("\t", 2));
        }
        return lines;
    }
}
