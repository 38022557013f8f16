using Fond.Domain.Access;
using Fond.Features.Platform.Access;
using Fond.Features.Platform.GraphQL;
using GraphQL;
using GraphQL.Types;

namespace Fond.Features.Platform.Mutations;

/// <summary>Adds use cases to the mutation root: the field is named after the handler, and so are its input and payload.</summary>
internal sealed class MutationFields(ObjectGraphType mutation)
{
    private readonly List<Type> _handlers = [];

    public IReadOnlyList<Type> Handlers => _handlers;

    /// <param name="result">What the payload calls the result: <c>application</c>.</param>
    /// <param name="roles">Who may name the mutation; empty: whoever is signed in. The handler checks the object.</param>
    public void Add<THandler, TInput, TResult>(string result, string description, params Role[] roles)
        where THandler : class, IHandler<TInput, TResult>
        where TInput : MutationInput => Add<THandler, TInput, TResult>(result, description, FieldAccess.For(roles));

    public void Add<THandler, TInput, TResult>(string result, string description, FieldAccess access)
        where THandler : class, IHandler<TInput, TResult>
        where TInput : MutationInput
    {
        var name = typeof(THandler).Name;
        _handlers.Add(typeof(THandler));
        var field = mutation.Field(char.ToLowerInvariant(name[0]) + name[1..], PayloadFor<TResult>(name, result))
            .Description(description)
            .Argument<NonNullGraphType<InputType<TInput>>>("input", "What to do.")
            .ResolveAsync(async c => await c.Service<MutationRunner>().RunAsync<THandler, TInput, TResult>(c.GetArgument<TInput>("input"), name, c));
        access.On(field.FieldType);
    }

    private static ObjectGraphType<Payload<TResult>> PayloadFor<TResult>(string mutation, string result)
    {
        var payload = new ObjectGraphType<Payload<TResult>> { Name = mutation + "Payload", Description = $"The answer of {mutation}." };
        payload.Field(result, typeof(GraphQLClrOutputTypeReference<TResult>)).Description("As it now is; null when refused.").Resolve(c => c.Source.Result);
        payload.Field<NonNullGraphType<ListGraphType<NonNullGraphType<UserErrorType>>>>("errors")
            .Description("The rules that were broken; empty when it was done.").Resolve(c => c.Source.Errors);
        return payload;
    }
}
